import { DomainError, refuseAll } from '@weilend/kernel';
import type { RequestedTerms } from '../investigation/investigation.js';
import type { ApplicantFacts } from '../scorecard/scoring-facts.js';
import { checkComparisons } from './comparison.js';
import type { Compared, RelatedParty } from './comparison.js';
import type { RulePolicy } from './contradiction-rules.js';
import { writtenText } from './written-text.js';

// Data analysis (数据分析): the verified facts of the applicant, his income and debts, what they say about carrying the new loan, what he
// declared beside what was found, and who else is one risk with him.

/** Monthly figures in fen; null is "not verified". */
export interface HouseholdFigures {
  readonly declaredIncomeFen: number | null;
  readonly verifiedIncomeFen: number | null;
  readonly livingCostFen: number | null;
  readonly debtServiceFen: number | null;
}

/** Ratios in basis points (10 000 is 100 %); null when a figure is missing. */
export interface RepaymentRatios {
  /** The new loan's monthly burden as if repaid in equal instalments, in fen: an estimate for judging, never a price. */
  readonly newInstalmentFen: number;
  /** All debt service with the new loan / verified income. */
  readonly debtServiceBps: number | null;
  /** What is left of the income after living cost and all debt service, in fen. */
  readonly freeCashFlowFen: number | null;
  /** Amount asked for / verified yearly income. */
  readonly loanToIncomeBps: number | null;
}

export interface DataAnalysis {
  readonly checkId: string;
  readonly facts: ApplicantFacts;
  readonly figures: HouseholdFigures;
  readonly ratios: RepaymentRatios;
  /** Documents and records the facts rest on. */
  readonly sources: string;
  /** What the customer declared beside what was found; null in an analysis without. */
  readonly comparison?: Compared | null;
  /** Tolerance and gravity of contradictions on the day of the analysis. */
  readonly rules?: readonly RulePolicy[] | null;
  readonly relatedParties?: readonly RelatedParty[] | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** Whole numbers that the form allows, both ends included. */
const RANGES = [
  ['instalmentRatePercent', 1, 4],
  ['residenceSince', 1, 4],
  ['ageInYears', 0, 120],
  ['existingCredits', 0, 19],
  ['dependants', 0, 19],
] as const satisfies readonly (readonly [keyof ApplicantFacts, number, number])[];

const BPS = 10_000;

/** Checks the facts and computes the ratios for the loan as asked; throws FACT_OUT_OF_RANGE for each wrong fact, and what is wrong with comparisons [4.10]. */
export function dataAnalysis(found: Omit<DataAnalysis, 'ratios'>, terms: RequestedTerms): DataAnalysis {
  if (found.comparison) checkComparisons(found.comparison);
  refuseAll(
    RANGES.filter(([fact, from, to]) => !within(found.facts[fact], from, to)).map(
      ([fact, from, to]) => new DomainError('FACT_OUT_OF_RANGE', { fact, from, to }, `facts.${fact}`),
    ),
  );
  return { ...found, sources: writtenText(found.sources, 'sources', 4), ratios: ratiosOf(found.figures, terms) };
}

function within(value: number | null, from: number, to: number): boolean {
  return value === null || (Number.isSafeInteger(value) && value >= from && value <= to);
}

/** The figures as given, each one that is left out as "not verified". */
export function figuresOf(given: { readonly [K in keyof HouseholdFigures]?: HouseholdFigures[K] | undefined }): HouseholdFigures {
  const { declaredIncomeFen = null, verifiedIncomeFen = null, livingCostFen = null, debtServiceFen = null } = given;
  return { declaredIncomeFen, verifiedIncomeFen, livingCostFen, debtServiceFen };
}

export function ratiosOf(figures: HouseholdFigures, terms: RequestedTerms): RepaymentRatios {
  const newInstalmentFen = equalInstalmentFen(terms);
  const { verifiedIncomeFen: income, livingCostFen: living, debtServiceFen: debt } = figures;
  const service = debt === null ? null : debt + newInstalmentFen;
  return {
    newInstalmentFen,
    debtServiceBps: service === null ? null : shareBps(service, income),
    freeCashFlowFen: income === null || living === null || service === null ? null : income - living - service,
    loanToIncomeBps: shareBps(terms.amountFen, income === null ? null : income * 12),
  };
}

function shareBps(part: number, whole: number | null): number | null {
  return whole === null || whole <= 0 ? null : Math.round((part * BPS) / whole);
}

/** A = P*i*(1+i)^n / ((1+i)^n - 1), rounded up to a whole fen; P/n without interest. */
function equalInstalmentFen({ amountFen, termMonths, annualRate }: RequestedTerms): number {
  const monthly = Number(annualRate) / 12;
  if (monthly === 0) return Math.ceil(amountFen / termMonths);
  const growth = (1 + monthly) ** termMonths;
  return Math.ceil((amountFen * monthly * growth) / (growth - 1));
}
