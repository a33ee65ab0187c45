import { compareRates, parseRate } from '@weilend/kernel';
import { isBroken, wholeTerm } from './periods.js';
import type { ScheduleTerms } from './terms.js';

// Which terms no schedule exists for. The bounds are wide; they keep every sum far inside of what whole fen can hold.

export interface TermsProblem {
  /** Field of the terms, as the quote's input names it. */
  readonly field: string;
  readonly problem: string;
}

const MOST_PERIODS = 1_200;
const LONGEST_DAYS = 18_300;
const MOST_FEN = 10 ** 13;
const HIGHEST_RATE = parseRate('10');
const LONGEST_EVERY = 1_000;

/** The first problem, or null. */
export function termsProblem(terms: ScheduleTerms): TermsProblem | null {
  return amountProblem(terms) ?? periodProblem(terms) ?? graceProblem(terms) ?? methodProblem(terms);
}

function amountProblem({ principalFen, annualRate, instalmentMultipleFen }: ScheduleTerms): TermsProblem | null {
  if (!Number.isInteger(principalFen) || principalFen <= 0 || principalFen > MOST_FEN)
    return { field: 'principal', problem: 'must be more than zero and at most 100,000,000,000.00 yuan' };
  if (compareRates(annualRate, HIGHEST_RATE) > 0) return { field: 'annualRate', problem: 'is a fraction of at most 10 a year' };
  if (!Number.isInteger(instalmentMultipleFen) || instalmentMultipleFen <= 0)
    return { field: 'instalmentMultiple', problem: 'must be more than zero' };
  return null;
}

function periodProblem(terms: ScheduleTerms): TermsProblem | null {
  const { periods, periodEvery, disbursedOn, firstDueOn } = terms;
  if (!isCount(periods, 1, MOST_PERIODS)) return { field: 'periods', problem: `must be 1 to ${MOST_PERIODS}` };
  if (!isCount(periodEvery, 1, LONGEST_EVERY)) return { field: 'periodEvery', problem: `must be 1 to ${LONGEST_EVERY}` };
  if (firstDueOn !== null && firstDueOn <= disbursedOn) return { field: 'firstDueOn', problem: 'must be after the day of payment' };
  // The last due day is reckoned only for terms that are near enough to have one.
  const units = periods * periodEvery * { DAY: 1, WEEK: 7, MONTH: 30 }[terms.periodUnit];
  if (units > LONGEST_DAYS || wholeTerm(terms).days > LONGEST_DAYS)
    return { field: 'periods', problem: 'the term is longer than 50 years' };
  return null;
}

function graceProblem({ method, periods, principalGracePeriods, interestGracePeriods }: ScheduleTerms): TermsProblem | null {
  const most = method === 'BULLET' ? 0 : periods - 1;
  if (!isCount(principalGracePeriods, 0, most)) return { field: 'principalGracePeriods', problem: `must be 0 to ${most}` };
  if (!isCount(interestGracePeriods, 0, most)) return { field: 'interestGracePeriods', problem: `must be 0 to ${most}` };
  return null;
}

/** What only a level instalment has, and what a loan without instalments of principal cannot have. */
function methodProblem(terms: ScheduleTerms): TermsProblem | null {
  const { method, instalmentMultipleFen, evenLastInstalment, principalGracePeriods } = terms;
  const onlyLevel = 'needs the method EQUAL_INSTALMENT';
  if (method !== 'EQUAL_INSTALMENT' && instalmentMultipleFen > 1) return { field: 'instalmentMultiple', problem: onlyLevel };
  if (method !== 'EQUAL_INSTALMENT' && evenLastInstalment) return { field: 'evenLastInstalment', problem: onlyLevel };
  if (method === 'INTEREST_ONLY' && principalGracePeriods > 0)
    return { field: 'principalGracePeriods', problem: 'has no meaning where principal is repaid at the end' };
  // One number of days would stand for a period of any length.
  if (terms.dayCount === 'PERIODIC' && isBroken(terms) && method === 'BULLET')
    return { field: 'firstDueOn', problem: 'needs a day count for a loan of one period' };
  return null;
}

const isCount = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most;
