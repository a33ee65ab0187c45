// How long the portfolio of a large book takes to be counted, beside the walk through the same indexes alone: reading the book is never worth a wait.
import { Portfolios } from '@weilend/finance-service/persistence/portfolio.repository.js';
import { startTestServers } from '../../infra/local/servers.ts';
import { openFinanceBooks } from '../lib/finance-books.ts';
import type { FinanceBooks } from '../lib/finance-books.ts';
import { percentileOf, rounded } from '../lib/measure.ts';
import type { Figures, ScriptOptions } from '../lib/named-scripts.ts';
import { BASE_DAY, seedBook } from './day-end/book.ts';

const CACHE_GB = 2;
const TIMES = 5;
const LIMIT_SECONDS = 10;

export async function benchPortfolio(say: (line: string) => void, { loans = 1_000_000 }: ScriptOptions): Promise<Figures> {
  const servers = await startTestServers({ cacheSizeGB: CACHE_GB });
  const books = await openFinanceBooks(servers.mongodbUri);
  try {
    say(`${loans} loans are made`);
    await seedBook(books, loans, BASE_DAY);
    const { database } = books.platform;
    await database.collection('day_ends').insertOne({ _id: BASE_DAY, state: 'CLOSED' } as never);
    const portfolios = new Portfolios(database);
    const [counts, walks]: [number[], number[]] = [[], []];
    for (let time = 0; time < TIMES; time += 1) {
      counts.push(await seconds(() => portfolios.count(BASE_DAY)));
      walks.push(await seconds(() => walk(books)));
    }
    const book = await portfolios.count(BASE_DAY);
    const counted = book?.slices.reduce((sum, slice) => sum + slice.loans, 0) ?? 0;
    const [count, limit] = [percentileOf(counts, 0.5), percentileOf(walks, 0.5)];
    const figures = {
      loans,
      running: counted,
      seconds: rounded(count, 2),
      indexWalkSeconds: rounded(limit, 2),
      ratioToWalk: rounded(count / limit, 2),
    };
    if (count > LIMIT_SECONDS || counted === 0)
      throw new Error(`does not hold: ${JSON.stringify({ figures, limitSeconds: LIMIT_SECONDS })}`);
    return figures;
  } finally {
    await books.stop();
    await servers.stop();
  }
}

/** Every key of the three indexes, and nothing made of them. */
async function walk({ platform: { database } }: FinanceBooks): Promise<void> {
  for (const [hint, filter] of Object.entries({
    portfolio: { state: 'ACTIVE' },
    cohort: { disbursedOn: { $gt: '' } },
    firstDue: { 'rows.0.dueOn': { $gt: '' } },
  }))
    await database.collection('loans').countDocuments(filter as never, { hint });
}

async function seconds(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return (performance.now() - startedAt) / 1_000;
}
