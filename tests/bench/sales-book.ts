// How long it takes to fill a sales database as of a grown company, and that the same seed fills the same book.
import { canonicalHash } from '@weilend/kernel';
import { startTestServers } from '../../infra/local/servers.ts';
import { rounded } from '../lib/measure.ts';
import type { Figures, ScriptOptions } from '../lib/named-scripts.ts';
import { fillSalesBook } from '../lib/sales-book.ts';
import { newKey, openSalesBooks } from '../lib/sales-books.ts';
import type { SalesBooks } from '../lib/sales-books.ts';

const CUSTOMERS = 100_000;
const APPLICATIONS_EACH = 0.3;
const FEW = 1_000;
const SEED = 20_261_126;

export async function benchSalesBook(say: (line: string) => void, { count = CUSTOMERS }: ScriptOptions): Promise<Figures> {
  const servers = await startTestServers({ cacheSizeGB: 1 });
  const key = newKey();
  const opened: SalesBooks[] = [];
  const open = async (name: string): Promise<SalesBooks> => {
    opened.push(await openSalesBooks(servers.mongodbUri, { name, key }));
    return opened.at(-1) as SalesBooks;
  };
  try {
    const [first, second] = [await open('first'), await open('second')];
    const few = { customers: FEW, applications: FEW * APPLICATIONS_EACH, seed: SEED };
    for (const books of [first, second]) await fillSalesBook(books, few);
    const isSame = (await bookHash(first)) === (await bookHash(second));
    if (!isSame) throw new Error('the same seed filled another book');
    say(`the same seed filled the same book twice; now with ${count} customers`);
    const plan = { customers: count, applications: count * APPLICATIONS_EACH, seed: SEED };
    const whole = await open('whole');
    const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
    const { rows } = await fillSalesBook(whole, plan);
    const seconds = (performance.now() - startedAt) / 1_000;
    const { user, system } = process.cpuUsage(cpuBefore);
    const written = Object.values(rows).reduce((sum, one) => sum + one, 0);
    return {
      rows,
      seconds: rounded(seconds),
      rowsPerSecond: Math.round(written / seconds),
      cpuSeconds: rounded((user + system) / 1_000_000),
      isSame,
    };
  } finally {
    for (const books of opened) await books.stop();
    await servers.stop();
  }
}

/** Everything but what encryption makes different each time. */
async function bookHash({ platform: { database } }: SalesBooks): Promise<string> {
  const sealed = { projection: { phone: 0, residentId: 0, address: 0 } };
  const kept: unknown[] = [];
  for (const name of [
    'customers',
    'leads',
    'enquiries',
    'proposals',
    'applications',
    'contracts',
    'feedback_tickets',
    'customer_results',
    'work_logs',
  ])
    kept.push(await database.collection(name).find({}, sealed).sort({ _id: 1 }).toArray());
  return canonicalHash(kept);
}
