// Finance on a database of its own, as its worker process has it: the platform, the ledger, the loans, and workers of the day end.
import { randomBytes } from 'node:crypto';
import { parameterTypes } from '@weilend/contracts';
import { ClassChanges } from '@weilend/finance-service/persistence/class-change.repository.js';
import { financeCollections } from '@weilend/finance-service/persistence/finance-collections.js';
import { DayEnds } from '@weilend/finance-service/persistence/day-end.repository.js';
import { BorrowerGroups } from '@weilend/finance-service/persistence/borrower-group.repository.js';
import { Exposures } from '@weilend/finance-service/persistence/exposure.repository.js';
import { LateLoans } from '@weilend/finance-service/persistence/late-loan.repository.js';
import { Ledger } from '@weilend/finance-service/persistence/ledger.repository.js';
import { ledgerDatabaseOf } from '@weilend/finance-service/persistence/ledger.schema.js';
import { Loans } from '@weilend/finance-service/persistence/loan.repository.js';
import { createLedger } from '@weilend/finance-service/persistence/migrations/0001-create-ledger.js';
import { closingsAndLateLoans } from '@weilend/finance-service/persistence/migrations/0006-closings-and-late-loans.js';
import { BorrowerExposures } from '@weilend/finance-service/use-cases/borrower-exposures.js';
import { LoanPolicies } from '@weilend/finance-service/persistence/loan-policies.repository.js';
import { LendingPolicies } from '@weilend/finance-service/persistence/lending-policies.js';
import { CloseBatch } from '@weilend/finance-service/use-cases/run-day-end/close-batch.js';
import { CloseRunningDay } from '@weilend/finance-service/use-cases/run-day-end/close-running-day.js';
import { DayEndBooks } from '@weilend/finance-service/use-cases/run-day-end/day-end-books.js';
import { DayEndSignal } from '@weilend/finance-service/use-cases/run-day-end/day-end-signal.js';
import { StartDayEnd } from '@weilend/finance-service/use-cases/run-day-end/start-day-end.use-case.js';
import type { BusinessClock, LocalDate } from '@weilend/kernel';
import { newId } from '@weilend/kernel';
import { Database, Leases } from '@weilend/mongo';
import { createPlatform, preparePlatform } from '@weilend/service';
import type { Platform } from '@weilend/service';

export const newKey = (): string => randomBytes(32).toString('base64');

export const FINANCE = { kind: 'service', service: 'finance' } as const;

export interface FinanceBooks {
  readonly platform: Platform;
  readonly loans: Loans;
  readonly policies: LoanPolicies;
  readonly exposures: BorrowerExposures;
  readonly startDayEnd: StartDayEnd;
  /** A worker holds its leases under a name of its own. */
  dayEndWorker(holder: string): CloseRunningDay;
  /** Begins the end of a day and works until it is closed. */
  closeDay(on: LocalDate): Promise<void>;
  stop(): Promise<void>;
}

export interface OpenOptions {
  readonly name?: string;
  /** Says which day it is; else it is today. */
  readonly businessClock?: BusinessClock;
  /** Processes that read each other's encrypted fields share it. */
  readonly key?: string;
}

/** Opens a database of the server, and makes it ready when it is new. */
export async function openFinanceBooks(
  mongodbUri: string,
  { name = `finance_${randomBytes(4).toString('hex')}`, businessClock, key = newKey() }: OpenOptions = {},
): Promise<FinanceBooks> {
  const uri = new URL(mongodbUri);
  uri.pathname = `/${name}`;
  const keys = { FIELD_KEYS: JSON.stringify({ k1: key }), FIELD_KEY_ID: 'k1', BLIND_INDEX_KEY: key, CLOCK_MODE: 'system' as const };
  const platform = createPlatform('finance', await Database.connect(uri.toString()), {}, keys);
  await preparePlatform(platform, { collections: financeCollections, migrations: [createLedger, closingsAndLateLoans] });
  await publishParameters(platform);
  const { database, work, outbox, parameters } = platform;
  const clock = businessClock ?? platform.clock;
  const [loans, dayEnds, policies] = [new Loans(database), new DayEnds(database, clock), new LoanPolicies(parameters)];
  const classes = new ClassChanges(database, clock);
  const exposures = new BorrowerExposures(new Exposures(database), new BorrowerGroups(database), new LendingPolicies(parameters, clock));
  const startDayEnd = new StartDayEnd(work, dayEnds, clock, new DayEndSignal());
  const dayEndWorker = (holder: string): CloseRunningDay => {
    const leases = new Leases(database, holder);
    const dayEndBooks = new DayEndBooks(new Ledger(database), outbox, dayEnds, exposures, classes, new LateLoans(database));
    const batch = new CloseBatch(work, leases, loans, dayEndBooks, clock);
    return new CloseRunningDay(leases, dayEnds, loans, policies, batch);
  };
  const closeDay = async (on: LocalDate): Promise<void> => {
    await startDayEnd.execute(FINANCE, { businessDate: on });
    const worker = dayEndWorker('worker');
    while (await worker.execute(() => false));
  };
  const stop = async (): Promise<void> => {
    platform.clock.stop();
    await database.close();
  };
  return { platform, loans, exposures, policies, startDayEnd, dayEndWorker, closeDay, stop };
}

export const ledgerOf = ({ platform: { database } }: FinanceBooks) =>
  database.connection.getClient().db(ledgerDatabaseOf(database.connection.name));

async function publishParameters({ work, parameters, database }: Platform): Promise<void> {
  if ((await database.collection('parameters').countDocuments({}, { limit: 1 })) > 0) return;
  await work.run({ actor: FINANCE, operation: 'publish-parameters' }, async (tx) => {
    for (const [key, { initial: value }] of Object.entries(parameterTypes))
      await parameters.apply({ _id: newId('par'), key, value, effectiveFrom: '2020-01-01' }, tx);
  });
}
