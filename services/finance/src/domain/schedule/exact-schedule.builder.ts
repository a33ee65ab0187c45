import { addDays, addMonths, daysBetween, divideRounded, rateToScaled, RATE_SCALE } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { ScheduleRow, ScheduleTerms } from './terms.js';

// The schedule once more, by another way and without a thought of speed: every rate a fraction of whole numbers, every day counted by
// itself, no floating point anywhere. Tests hold the engine against it; nothing else uses it.

interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const times = (a: Fraction, b: Fraction): Fraction => reduce({ n: a.n * b.n, d: a.d * b.d });
const plus = (a: Fraction, b: Fraction): Fraction => reduce({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const over = (a: Fraction, b: Fraction): Fraction => reduce({ n: a.n * b.d, d: a.d * b.n });
const whole = (n: number): Fraction => ({ n: BigInt(n), d: 1n });

function reduce({ n, d }: Fraction): Fraction {
  let [a, b] = [n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? { n: 0n, d: 1n } : { n: n / a, d: d / a };
}

export function exactSchedule(terms: ScheduleTerms): ScheduleRow[] {
  const dates = dueDates(terms);
  const rates = dates.map((dueOn, index) =>
    rateOf(terms, { startOn: dates[index - 1] ?? terms.disbursedOn, dueOn, first: index === 0, rows: dates.length }),
  );
  const round = (value: Fraction, multiple = 1): number =>
    multiple * Number(divideRounded(value.n, value.d * BigInt(multiple), terms.rounding));
  const rowsAt = (level: number): ScheduleRow[] => {
    let balance = terms.principalFen;
    let waiting = 0;
    return dates.map((dueOn, index) => {
      const interest = round(times(whole(terms.method === 'FLAT' ? terms.principalFen : balance), rates[index] ?? whole(0)));
      const wanted = terms.method === 'EQUAL_INSTALMENT' ? level - interest : level;
      const principal =
        index === dates.length - 1 ? balance : Math.min(balance, index < terms.principalGracePeriods ? 0 : Math.max(0, wanted));
      const interestFen = index < terms.interestGracePeriods ? 0 : interest + waiting;
      waiting = index < terms.interestGracePeriods ? waiting + interest : 0;
      balance -= principal;
      return { no: index + 1, dueOn, principalFen: principal, interestFen, totalFen: principal + interestFen, balanceFen: balance };
    });
  };
  if (terms.method === 'BULLET' || terms.method === 'INTEREST_ONLY') return rowsAt(0);
  const paying = rates.slice(terms.principalGracePeriods);
  if (terms.method !== 'EQUAL_INSTALMENT') return rowsAt(round(over(whole(terms.principalFen), whole(paying.length))));
  // What one fen in each period is worth on the first day, reckoned backwards: each step adds a payment and discounts by its period.
  const worth = paying.reduceRight<Fraction>((later, { n, d }) => ({ n: (later.n + later.d) * d, d: later.d * (n + d) }), whole(0));
  const level = round(over(whole(terms.principalFen), worth), terms.instalmentMultipleFen);
  return terms.evenLastInstalment ? evened(terms, level, rowsAt) : rowsAt(level);
}

function evened(terms: ScheduleTerms, level: number, rowsAt: (level: number) => ScheduleRow[]): ScheduleRow[] {
  const difference = (rows: ScheduleRow[], at: number): number => (rows.at(-1)?.totalFen ?? 0) - at;
  const rows = rowsAt(level);
  const apart = difference(rows, level);
  const periods = BigInt(terms.periods - terms.principalGracePeriods);
  const multiple = terms.instalmentMultipleFen;
  const step = multiple * Number(divideRounded(BigInt(apart), periods * BigInt(multiple), 'HALF_UP'));
  if (step === 0 || level + step <= 0) return rows;
  return Math.abs(difference(rowsAt(level + step), level + step)) < Math.abs(apart) ? evened(terms, level + step, rowsAt) : rows;
}

function dueDates(terms: ScheduleTerms): LocalDate[] {
  const { periods, periodUnit, periodEvery, disbursedOn, firstDueOn, monthEnd } = terms;
  const all = Array.from({ length: periods }, (_, index) => {
    const steps = (firstDueOn ? index : index + 1) * periodEvery;
    const anchor = firstDueOn ?? disbursedOn;
    if (periodUnit === 'MONTH') return addMonths(anchor, steps, monthEnd);
    return addDays(anchor, steps * (periodUnit === 'WEEK' ? 7 : 1));
  });
  return terms.method === 'BULLET' ? all.slice(-1) : all;
}

interface Span {
  readonly startOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly first: boolean;
  readonly rows: number;
}

function rateOf(terms: ScheduleTerms, span: Span): Fraction {
  const share = shareOf(terms, span);
  return times({ n: rateToScaled(terms.annualRate), d: RATE_SCALE }, share);
}

function shareOf({ dayCount, periodUnit, periodEvery, periods, disbursedOn, firstDueOn, monthEnd }: ScheduleTerms, span: Span): Fraction {
  const { startOn, dueOn, first, rows } = span;
  const units = BigInt(rows === 1 ? periods * periodEvery : periodEvery);
  if (dayCount === 'PERIODIC') return { n: units, d: { MONTH: 12n, WEEK: 52n, DAY: 365n }[periodUnit] };
  const days = BigInt(daysBetween(startOn, dueOn));
  if (dayCount === 'ACTUAL_360') return { n: days, d: 360n };
  if (dayCount === 'ACTUAL_364') return { n: days, d: 364n };
  if (dayCount === 'ACTUAL_365') return { n: days, d: 365n };
  if (dayCount === 'ACTUAL_ACTUAL') {
    const days = { common: 0, leap: 0 };
    for (let day = addDays(startOn, 1); day <= dueOn; day = addDays(day, 1)) days[isLeap(Number(day.slice(0, 4))) ? 'leap' : 'common']++;
    return plus({ n: BigInt(days.common), d: 365n }, { n: BigInt(days.leap), d: 366n });
  }
  if (periodUnit !== 'MONTH') return { n: days, d: 360n };
  const regular = firstDueOn === null || firstDueOn === addMonths(disbursedOn, periodEvery, monthEnd);
  if (!first || regular) return { n: units * 30n, d: 360n };
  let months = 0;
  while (addMonths(startOn, months + 1) <= dueOn) months++;
  return { n: BigInt(months * 30 + daysBetween(addMonths(startOn, months), dueOn)), d: 360n };
}

const isLeap = (year: number): boolean => addMonths(`${year}-01-31` as LocalDate, 1).endsWith('29');
