// Schedules a second on one core, and how much longer exact money takes than floating point: the same tables, dates and row objects
// included, are made by plain arithmetic in the same run.
import { buildSchedule } from '@weilend/finance-service/domain/schedule/build-schedule.js';
import { PLAIN_RULES, termsOfLoan } from '@weilend/finance-service/domain/schedule/schedule-rules.js';
import type { ScheduleTerms } from '@weilend/finance-service/domain/schedule/terms.js';
import { addDays, addMonths, daysBetween, parseLocalDate, parseRate } from '@weilend/kernel';
import type { Figures } from '../lib/named-scripts.ts';
import { percentileOf, rounded } from '../lib/measure.ts';

const ROUNDS = 9;
const ROUND_MS = 250;
const LOANS = 512;
const FIRST_DAY = parseLocalDate('2026-01-01');
/** What is promised. */
const LIMITS = { PERIODIC: 5, ACTUAL_365: 20 } as const;

type Table = (terms: ScheduleTerms) => unknown;

export function benchSchedules(say: (line: string) => void): Promise<Figures> {
  const figures: Record<string, unknown> = {};
  for (const dayCount of ['PERIODIC', 'ACTUAL_365'] as const) {
    for (const periods of [12, 36]) {
      const loans = loansOf(dayCount, periods);
      const { exact, plain } = compare(loans);
      const ratio = rounded(plain / exact, 2);
      say(
        `${dayCount}, ${periods} instalments: ${Math.round(exact)} tables a second, ${Math.round(plain)} in floating point, ${ratio} times as long`,
      );
      figures[`${dayCount}-${periods}`] = {
        tablesPerSecond: Math.round(exact),
        plainPerSecond: Math.round(plain),
        ratio,
        limit: LIMITS[dayCount],
      };
      if (ratio > LIMITS[dayCount]) throw new Error(`does not hold: ${ratio} is above ${LIMITS[dayCount]}`);
    }
  }
  return Promise.resolve(figures);
}

/** Different amounts, rates and days, so that nothing is computed once for all. */
function loansOf(dayCount: ScheduleTerms['dayCount'], termMonths: number): ScheduleTerms[] {
  return Array.from({ length: LOANS }, (_, n) => {
    const wish = { amountFen: 1_000_00 + n * 7_919_37, termMonths, annualRate: parseRate(`0.${String(40 + (n % 200)).padStart(3, '0')}`) };
    return termsOfLoan({ ...PLAIN_RULES, dayCount }, { ...wish, method: 'EQUAL_INSTALMENT' }, addDays(FIRST_DAY, n));
  });
}

/** Tables a second of both, the median of rounds that take turns. */
function compare(loans: readonly ScheduleTerms[]): { exact: number; plain: number } {
  const seen: Record<'exact' | 'plain', number[]> = { exact: [], plain: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const exact = perSecond(loans, buildSchedule);
    const plain = perSecond(loans, plainSchedule);
    // The first round warms up.
    if (round > 0) (seen.exact.push(exact), seen.plain.push(plain));
  }
  return { exact: percentileOf(seen.exact, 0.5), plain: percentileOf(seen.plain, 0.5) };
}

function perSecond(loans: readonly ScheduleTerms[], make: Table): number {
  const startedAt = performance.now();
  let made = 0;
  let kept: unknown;
  do {
    for (const loan of loans) kept = make(loan);
    made += loans.length;
  } while (performance.now() - startedAt < ROUND_MS);
  if (kept === undefined) throw new Error('nothing was made');
  return (made * 1_000) / (performance.now() - startedAt);
}

/** The table as a spreadsheet would make it. */
function plainSchedule({ principalFen, annualRate, periods, disbursedOn, dayCount }: ScheduleTerms): unknown {
  const monthly = Number(annualRate) / 12;
  const grown = (1 + monthly) ** periods;
  const level = (principalFen * monthly * grown) / (grown - 1);
  const rows: unknown[] = [];
  let balance = principalFen;
  let startOn = disbursedOn;
  for (let no = 1; no <= periods; no += 1) {
    const dueOn = addMonths(disbursedOn, no);
    const share = dayCount === 'PERIODIC' ? 1 / 12 : daysBetween(startOn, dueOn) / 365;
    const interest = balance * Number(annualRate) * share;
    const principal = no === periods ? balance : level - interest;
    balance -= principal;
    rows.push({ no, dueOn, principalFen: principal, interestFen: interest, totalFen: principal + interest, balanceFen: balance });
    startOn = dueOn;
  }
  return rows;
}
