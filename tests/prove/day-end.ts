// Ten days are closed twice: once in peace, and once by workers that are killed (SIGKILL) at a random moment of each day and followed by others. The books
// must be the same in the end: loans, ledger entries, chains, and what was told.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { firstBreak } from '@weilend/finance-service/domain/ledger/journal.js';
import { Ledger } from '@weilend/finance-service/persistence/ledger.repository.js';
import { JOURNAL } from '@weilend/finance-service/persistence/ledger.schema.js';
import { addDays, canonicalHash, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { startTestServers } from '../../infra/local/servers.ts';
import { BASE_DAY, randomOf, seedBook } from '../bench/day-end/book.ts';
import { FINANCE, ledgerOf, openFinanceBooks } from '../lib/finance-books.ts';
import type { FinanceBooks } from '../lib/finance-books.ts';
import { until } from '../lib/measure.ts';
import type { Figures } from '../lib/named-scripts.ts';

const LOANS = 20_000;
const DAYS = 10;
const LIMIT_MS = 120_000;
const CHAINS = 200;

export async function proveDayEnd(say: (line: string) => void): Promise<Figures> {
  const servers = await startTestServers({ cacheSizeGB: 1 });
  const [peace, storm] = [
    await openFinanceBooks(servers.mongodbUri, { name: 'peace' }),
    await openFinanceBooks(servers.mongodbUri, { name: 'storm' }),
  ];
  try {
    say(`${LOANS} loans, twice`);
    await seedBook(peace, LOANS, BASE_DAY);
    await peace.platform.database
      .collection('loans')
      .aggregate([{ $out: { db: 'storm', coll: 'loans' } }])
      .toArray();
    const random = randomOf(5);
    let kills = 0;
    for (let n = 1; n <= DAYS; n += 1) {
      const day = addDays(BASE_DAY, n);
      await peace.closeDay(day);
      const toClose = await closedOn(peace, day);
      await storm.startDayEnd.execute(FINANCE, { businessDate: day });
      await secondStartIsRefused(storm, day);
      const killedAt = await killAt(servers.mongodbUri, storm, { day, loans: Math.floor(random() * toClose), holder: `first-${n}` });
      kills += killedAt === null ? 0 : 1;
      say(`${day}: ${toClose} loans, killed after ${killedAt ?? 'all of them'}`);
      await finished(work(servers.mongodbUri, `second-${n}`));
    }
    const [expected, found] = [await bookHash(peace), await bookHash(storm)];
    const broken = await brokenChains(storm);
    const figures = { loans: LOANS, days: DAYS, kills, sameBook: expected === found, brokenChains: broken, hash: found };
    if (expected !== found || broken > 0 || kills < DAYS / 2) throw new Error(`does not hold: ${JSON.stringify({ ...figures, expected })}`);
    return figures;
  } finally {
    await peace.stop();
    await storm.stop();
    await servers.stop();
  }
}

const work = (mongodbUri: string, holder: string) =>
  spawn(process.execPath, [join(import.meta.dirname, 'day-end-child.ts'), mongodbUri, 'storm', holder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });

const finished = (child: ReturnType<typeof work>): Promise<number | null> =>
  new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(child.exitCode)));

/** Kills a worker once so many loans of the day are closed; how many were, or null when it was faster. */
async function killAt(
  mongodbUri: string,
  storm: FinanceBooks,
  at: { day: LocalDate; loans: number; holder: string },
): Promise<number | null> {
  const child = work(mongodbUri, at.holder);
  const over = finished(child).then(() => true);
  let closed = 0;
  await until('the worker is far enough', LIMIT_MS, async () => {
    closed = await closedOn(storm, at.day);
    return closed >= at.loans || (await Promise.race([over, Promise.resolve(false)]));
  });
  const killed = child.kill('SIGKILL');
  await over;
  return killed && (await storm.platform.database.collection('day_ends').countDocuments({ state: 'RUNNING' })) > 0 ? closed : null;
}

async function secondStartIsRefused({ startDayEnd }: FinanceBooks, businessDate: LocalDate): Promise<void> {
  const error: unknown = await startDayEnd.execute(FINANCE, { businessDate }).catch((thrown: unknown) => thrown);
  if (!(error instanceof DomainError && error.code === 'DAY_END_RUNNING')) throw new Error(`a second day end of ${businessDate} was begun`);
}

async function closedOn({ platform }: FinanceBooks, on: LocalDate): Promise<number> {
  const parts = await platform.database
    .collection<{ loans: number }>('day_end_parts')
    .find({ on } as never)
    .toArray();
  return parts.reduce((sum, part) => sum + part.loans, 0);
}

/** All that the days made, without ids and times that are new in every run. */
async function bookHash(books: FinanceBooks): Promise<string> {
  const { database } = books.platform;
  const loans = await database
    .collection('loans')
    .find({}, { projection: { version: 0, 'chain.hash': 0 } })
    .sort({ _id: 1 })
    .toArray();
  const entries = await ledgerOf(books)
    .collection(JOURNAL)
    .find({}, { projection: { _id: 0, hash: 0, prevHash: 0, postedAt: 0 } })
    .sort({ idemKey: 1 })
    .toArray();
  const told = await database
    .collection('outbox')
    .find({}, { projection: { _id: 0, 'envelope.subject': 1, 'envelope.sequence': 1, 'envelope.data': 1 } })
    .toArray();
  const facts = told.map((row) => canonicalHash(row['envelope'])).sort();
  return canonicalHash({ loans, entries, facts });
}

/** Broken hash chains among the first loans that have entries. */
async function brokenChains(books: FinanceBooks): Promise<number> {
  const ledger = new Ledger(books.platform.database);
  const streams = (await ledgerOf(books).collection(JOURNAL).distinct('stream', { no: 2 })).slice(0, CHAINS) as string[];
  let broken = 0;
  for (const stream of streams) if (firstBreak(await ledger.entriesOf(stream)) !== null) broken += 1;
  return broken;
}
