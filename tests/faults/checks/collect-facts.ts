// Reads what the checks need out of the databases, as administrator and past the departments.
import type { Db, MongoClient, Timestamp } from 'mongodb';
import { databaseOf, departments, ledgerDatabase } from '../../../infra/local/departments.ts';
import type { CoordinationFacts, DepartmentFacts, Facts, MoneyFacts } from './facts.ts';

/** The moment from which on lanes are followed. */
export async function operationTime(client: MongoClient): Promise<Timestamp> {
  const { operationTime: now } = await client.db('admin').command({ hello: 1 });
  return now as Timestamp;
}

export async function collectFacts(client: MongoClient, since: Timestamp): Promise<Facts> {
  return {
    departments: await Promise.all(departments.map((name) => departmentFacts(name, client.db(databaseOf(name))))),
    money: await moneyFacts(client),
    coordination: await coordinationFacts(client.db(databaseOf('coordination'))),
    laneSteps: await laneSteps(client, since),
  };
}

async function all<T>(db: Db, collection: string, filter: Readonly<Record<string, unknown>> = {}): Promise<T[]> {
  return (await db.collection(collection).find(filter).toArray()) as unknown as T[];
}

async function departmentFacts(name: string, db: Db): Promise<DepartmentFacts> {
  const [outbox, inbox, lanes, requestKeys, audit] = await Promise.all([
    all<DepartmentFacts['outbox'][number]>(db, 'outbox'),
    all<DepartmentFacts['inbox'][number]>(db, 'inbox'),
    all<DepartmentFacts['lanes'][number]>(db, 'lanes'),
    all<DepartmentFacts['requestKeys'][number]>(db, 'request_keys'),
    all<DepartmentFacts['audit'][number]>(db, 'audit_rows'),
  ]);
  return { name, outbox, inbox, lanes, requestKeys, audit };
}

async function moneyFacts(client: MongoClient): Promise<MoneyFacts> {
  const finance = client.db(databaseOf('finance'));
  const upper = <T extends object>(rows: readonly T[], field: keyof T): T[] =>
    rows.map((row) => ({ ...row, [field]: String(row[field]).toUpperCase() }));
  const [contracts, decisions, exposures] = await Promise.all([
    all<MoneyFacts['contracts'][number]>(client.db(databaseOf('sales')), 'contracts'),
    all<MoneyFacts['decisions'][number]>(client.db(databaseOf('approval')), 'decisions'),
    all<MoneyFacts['exposures'][number] & { customerId: string }>(finance, 'exposures'),
  ]);
  return {
    contracts: upper(contracts, 'state'),
    decisions: upper(decisions, 'result'),
    exposures: exposures.map((row) => ({ ...row, _id: row.customerId })),
    orders: upper(await all<MoneyFacts['orders'][number]>(finance, 'disbursement_orders'), 'state'),
    bank: await all(finance, 'bank_requests'),
    journal: await all(client.db(ledgerDatabase), 'journal_entries'),
    loans: await all(finance, 'loans'),
    repayments: await all(finance, 'repayments'),
  };
}

async function coordinationFacts(db: Db): Promise<CoordinationFacts> {
  const [clock] = await all<{ offsetMs: number }>(db, 'clock');
  const { localTime } = await db.command({ hello: 1 });
  return {
    board: await all(db, 'board'),
    log: await all(db, 'event_log'),
    runningAdvances: await db.collection('clock_advances').countDocuments({ state: 'RUNNING' }),
    now: new Date((localTime as Date).getTime() + (clock?.offsetMs ?? 0)),
  };
}

/** Every write that moved a lane, as the database committed them one after the other. */
async function laneSteps(client: MongoClient, since: Timestamp): Promise<Facts['laneSteps']> {
  const end = await operationTime(client);
  const moved = [{ $match: { 'ns.coll': 'lanes', operationType: { $in: ['insert', 'update', 'replace'] } } }];
  const stream = client.watch(moved, { startAtOperationTime: since, maxAwaitTimeMS: 200 });
  const steps: Facts['laneSteps'][number][] = [];
  try {
    for (let idle = 0; idle < 3;) {
      const change = await stream.tryNext();
      if (!change) {
        idle += 1;
        continue;
      }
      if (change.operationType !== 'update' && change.operationType !== 'insert') continue;
      if (change.clusterTime?.greaterThan(end)) break;
      const applied: unknown =
        change.operationType === 'update' ? change.updateDescription.updatedFields?.['applied'] : change.fullDocument['applied'];
      const department = change.ns.db.replace('weilend_', '');
      if (typeof applied === 'number') steps.push({ department, lane: String(change.documentKey._id), applied });
    }
  } finally {
    await stream.close();
  }
  return steps;
}
