// The system as `npm start` brings it up, on free ports with a data folder of its own, the demo company loaded and its sales database filled to the size of a grown one.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quarterOf } from '@weilend/kernel';
import type { Person } from '../../../infra/local/demo/person.ts';
import { databaseOf } from '../../../infra/local/departments.ts';
import { ensureStack } from '../../../infra/local/ensure-stack.ts';
import type { EnsuredStack } from '../../../infra/local/ensure-stack.ts';
import { freePort, freePortRow } from '../../../infra/local/ports.ts';
import type { Secrets } from '../../../infra/local/secrets.ts';
import { mongodbUriOf } from '../../../infra/local/service-env.ts';
import { readSettings } from '../../../infra/local/settings.ts';
import type { AskedAbout } from '../../../services/sales/test/builders/list-questions.builder.ts';
import { fillSalesBook } from '../../lib/sales-book.ts';
import type { FilledBook } from '../../lib/sales-book.ts';
import { openSalesBooks } from '../../lib/sales-books.ts';
import type { SalesBooks } from '../../lib/sales-books.ts';
import { Company } from '../../stories/lib/company.ts';

const SERVICES = 8;
const START_LIMIT_MS = 240_000;
const PATIENCE_MS = 60_000;
const SEED = 20_261_126;

export interface SalesWorld {
  readonly home: string;
  readonly manager: Person;
  /** The one with the most customers first. */
  readonly salespeople: readonly Person[];
  readonly rows: FilledBook['rows'];
  readonly fillSeconds: number;
  readonly about: AskedAbout;
  /** How many reminders sales has raised by itself. */
  reminders(): Promise<number>;
  /** How many messages of sales have not reached whom they are for. */
  untold(): Promise<number>;
  stop(): Promise<void>;
}

export async function startSalesWorld(say: (line: string) => void, size: { customers: number; applications: number }): Promise<SalesWorld> {
  const home = await mkdtemp(join(tmpdir(), 'weilend-sales-scale-'));
  const env = await ownEnvironment(home);
  let stack: EnsuredStack | undefined;
  let books: SalesBooks | undefined;
  const stop = async (): Promise<void> => {
    await books?.stop();
    await stack?.stop();
    await rm(home, { recursive: true, force: true });
  };
  try {
    stack = await ensureStack({ env, limitMs: START_LIMIT_MS, showProgress: false });
    const company = await Company.open({ gatewayUrl: stack.gatewayUrl, demoFile: join(home, 'demo.json'), patienceMs: PATIENCE_MS });
    const [manager, salespeople] = [company.one('sales-manager'), company.all('salesperson')];
    say(`the system answers at ${stack.gatewayUrl}; ${salespeople.length} salespeople can sign in`);
    books = await openBooks(home, env);
    const named = { managerId: await manager.employeeId(), salespeopleIds: await Promise.all(salespeople.map((one) => one.employeeId())) };
    const startedAt = performance.now();
    const book = await fillSalesBook(books, { ...size, seed: SEED, named });
    const fillSeconds = (performance.now() - startedAt) / 1_000;
    say(`filled in ${Math.round(fillSeconds)} s: ${JSON.stringify(book.rows)}`);
    const { database } = books.platform;
    const reminders = (): Promise<number> => database.collection('reminders').estimatedDocumentCount();
    const untold = (): Promise<number> => database.collection('outbox').countDocuments({ ackedAt: null });
    const about = await askedAbout(books, book);
    return { home, manager, salespeople, rows: book.rows, fillSeconds, about, reminders, untold, stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

async function ownEnvironment(home: string): Promise<NodeJS.ProcessEnv> {
  // Servers of the shell would be somebody's real ones.
  const { MONGODB_URI: _mongodb, REDIS_URL: _redis, NODE_OPTIONS: _options, ...shell } = process.env;
  const ports = { GATEWAY_PORT: String(await freePort()), MONGODB_PORT: String(await freePort()), REDIS_PORT: String(await freePort()) };
  return { ...shell, ...ports, SERVICE_PORT_BASE: String((await freePortRow(SERVICES)) - 1), WEILEND_HOME: home, LOG_LEVEL: 'warn' };
}

/** The database of the running sales department, with its own user and its own keys. */
async function openBooks(home: string, env: NodeJS.ProcessEnv): Promise<SalesBooks> {
  const secrets = JSON.parse(await readFile(join(home, 'secrets.json'), 'utf8')) as Secrets;
  const { fieldKeys, fieldKeyId, blindIndexKey } = secrets;
  const keys = { FIELD_KEYS: JSON.stringify(fieldKeys), FIELD_KEY_ID: fieldKeyId, BLIND_INDEX_KEY: blindIndexKey };
  return openSalesBooks(mongodbUriOf('sales', readSettings(env), secrets), { name: databaseOf('sales'), keys });
}

/** Somebody and something of each kind with a good many rows behind. */
async function askedAbout({ platform: { database, cipher } }: SalesBooks, { frame }: FilledBook): Promise<AskedAbout> {
  const last = async (collection: string, filter: object = {}): Promise<Record<string, unknown> & { _id: string }> => {
    const row = await database.collection<{ _id: string }>(collection).findOne(filter, { sort: { _id: -1 } });
    if (!row) throw new Error(`the book has no ${collection}`);
    return row;
  };
  const referrerId = String((await last('leads', { referrerId: { $gt: '' } }))['referrerId']);
  const customer = await last('customers', { _id: referrerId });
  const phone = cipher.decrypt(String(customer['phone']), { collection: 'customers', id: customer._id, field: 'phone' });
  return {
    ...{
      customerId: referrerId,
      salespersonId: frame.salespeople[0] ?? '',
      enquiryId: (await last('enquiries'))._id,
      leadId: (await last('leads'))._id,
    },
    ...{ activityId: frame.activityIds[40] ?? '', campaignId: frame.campaignIds[8] ?? '', partnerId: frame.partnerIds[5] ?? '' },
    ...{ eventId: (await last('customer_events'))._id, surveyId: (await last('survey_campaigns'))._id },
    ...{ today: frame.today, quarter: quarterOf(frame.today), name: String(customer['name']), lastFour: phone.slice(-4), phone },
  };
}
