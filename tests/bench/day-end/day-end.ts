// How long the end of a day takes: loans a second, memory, the ratio to a bare pass of the same kind in the same run, whether a larger book costs more a
// loan, and whether the three hundredth day costs more than the first.
import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { startTestServers } from '../../../infra/local/servers.ts';
import { openFinanceBooks } from '../../lib/finance-books.ts';
import type { FinanceBooks } from '../../lib/finance-books.ts';
import type { Figures, ScriptOptions } from '../../lib/named-scripts.ts';
import { percentileOf, rounded } from '../../lib/measure.ts';
import { barePass } from './bare-pass.ts';
import { BASE_DAY, payDues, seedBook } from './book.ts';

const SMALL_BOOK = 100_000;
const MANY_DAYS = 300;
const MEASURED = 3;
const CACHE_GB = 4;
/** What is promised. */
const LIMITS = { ratio: 2, seconds: 60, peakRssMiB: 1024, larger: 1.3, later: 1.3 };

interface Pass {
  readonly loans: number;
  readonly seconds: number;
}

export async function benchDayEnd(say: (line: string) => void, { loans = 1_000_000 }: ScriptOptions): Promise<Figures> {
  const servers = await startTestServers({ cacheSizeGB: CACHE_GB });
  const peak = watchMemory();
  try {
    const small = await smallBook(servers.mongodbUri, say);
    const wanted = loans === SMALL_BOOK ? small : await book(servers.mongodbUri, loans, say);
    const later = rounded(small.lastSecondsPerLoan / small.firstSecondsPerLoan, 2);
    const larger = rounded(wanted.secondsPerLoan / small.secondsPerLoan, 2);
    const figures = {
      loans,
      seconds: rounded(wanted.seconds, 2),
      changed: wanted.changed,
      loansPerSecond: Math.round(loans / wanted.seconds),
      changedPerSecond: Math.round(1 / wanted.secondsPerLoan),
      ratioToLimit: wanted.ratio,
      costPerLoanToSmallBook: larger,
      day300ToDay1: later,
      peakRssMiB: peak.stop(),
    };
    const holds = wanted.ratio <= LIMITS.ratio && wanted.seconds <= LIMITS.seconds && figures.peakRssMiB <= LIMITS.peakRssMiB;
    if (!holds || larger > LIMITS.larger || later > LIMITS.later)
      throw new Error(`does not hold: ${JSON.stringify({ figures, limits: LIMITS })}`);
    return figures;
  } finally {
    peak.stop();
    await servers.stop();
  }
}

/** A hundred thousand loans: against the bare pass, and then day after day until the three hundredth. */
async function smallBook(uri: string, say: (line: string) => void) {
  const books = await openFinanceBooks(uri);
  try {
    const measured = await measure(books, SMALL_BOOK, say);
    const first = secondsPerLoan(measured.days);
    let day = measured.next;
    for (let done = measured.days.length; done < MANY_DAYS; done += 1) {
      await payDues(books, day);
      await books.closeDay(day);
      day = addDays(day, 1);
    }
    const last: Pass[] = [];
    for (let n = 0; n < MEASURED; n += 1, day = addDays(day, 1)) last.push(await timedDay(books, day));
    say(`${SMALL_BOOK} loans: day 1 ${perLoan(first)}, day ${MANY_DAYS} ${perLoan(secondsPerLoan(last))} a changed loan`);
    return { ...summary(measured), firstSecondsPerLoan: first, lastSecondsPerLoan: secondsPerLoan(last) };
  } finally {
    await books.stop();
  }
}

async function book(uri: string, loans: number, say: (line: string) => void) {
  const books = await openFinanceBooks(uri);
  try {
    return summary(await measure(books, loans, say));
  } finally {
    await books.stop();
  }
}

interface Measured {
  readonly days: readonly Pass[];
  readonly bare: readonly Pass[];
  readonly next: LocalDate;
}

/** Days take turns: one closed by the product, one by the bare pass. */
async function measure(books: FinanceBooks, loans: number, say: (line: string) => void): Promise<Measured> {
  say(`${loans} loans are made`);
  await seedBook(books, loans, BASE_DAY);
  let day = addDays(BASE_DAY, 1);
  const [days, bare]: [Pass[], Pass[]] = [[], []];
  // The first day warms up.
  await timedDay(books, day);
  for (let n = 0; n < MEASURED; n += 1) {
    day = addDays(day, 1);
    days.push(await timedDay(books, day));
    day = addDays(day, 1);
    await payDues(books, day);
    bare.push(await barePass(books, day));
  }
  for (const [name, passes] of Object.entries({ days, bare }))
    say(`  ${name.padEnd(5)}${passes.map((pass) => `${pass.loans} changed in ${rounded(pass.seconds, 2)} s`).join(', ')}`);
  return { days, bare, next: addDays(day, 1) };
}

async function timedDay(books: FinanceBooks, on: LocalDate): Promise<Pass> {
  await payDues(books, on);
  const startedAt = performance.now();
  await books.closeDay(on);
  const seconds = (performance.now() - startedAt) / 1_000;
  const parts = await books.platform.database
    .collection<{ loans: number }>('day_end_parts')
    .find({ on } as never)
    .toArray();
  return { loans: parts.reduce((sum, part) => sum + part.loans, 0), seconds };
}

const secondsPerLoan = (passes: readonly Pass[]): number =>
  percentileOf(
    passes.map(({ loans, seconds }) => seconds / loans),
    0.5,
  );

function summary({ days, bare }: Measured) {
  const seconds = percentileOf(
    days.map((pass) => pass.seconds),
    0.5,
  );
  const changed = percentileOf(
    days.map((pass) => pass.loans),
    0.5,
  );
  return { seconds, changed, secondsPerLoan: secondsPerLoan(days), ratio: rounded(secondsPerLoan(days) / secondsPerLoan(bare), 2) };
}

const perLoan = (seconds: number): string => `${rounded(seconds * 1e6)} µs`;

function watchMemory(): { stop: () => number } {
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 100);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.round(most / 1_048_576);
    },
  };
}
