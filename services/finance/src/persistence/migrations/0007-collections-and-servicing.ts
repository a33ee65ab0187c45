import type { Database, Migration } from '@weilend/mongo';
import { oldestOwedOn } from '../../domain/collection/overdue-amounts.js';
import type { Loan } from '../../domain/loan/loan.js';

const BATCH = 1_000;

/** Loans of before get the key by which late ones are found. */
export const collectionsAndServicing: Migration = {
  name: '0007-collections-and-servicing',
  async up(database: Database): Promise<void> {
    await nameOldestOwed(database);
  },
};

async function nameOldestOwed(database: Database): Promise<void> {
  const loans = database.collection<{ _id: string } & Pick<Loan, 'state' | 'rows' | 'creditFen'>>('loans');
  const missing = loans.find({ oldestOwedOn: { $exists: false } }, { projection: { state: 1, rows: 1, creditFen: 1 } });
  let steps: { updateOne: { filter: { _id: string }; update: object } }[] = [];
  for await (const loan of missing) {
    steps.push({ updateOne: { filter: { _id: loan._id }, update: { $set: { oldestOwedOn: oldestOwedOn(loan) } } } });
    if (steps.length < BATCH) continue;
    await loans.bulkWrite(steps as never, { ordered: false });
    steps = [];
  }
  if (steps.length > 0) await loans.bulkWrite(steps as never, { ordered: false });
}
