import type { Database, Migration } from '@weilend/mongo';
import { parameterDefinition } from '@weilend/contracts';
import type { Rate } from '@weilend/kernel';
import { oldestOwedOn } from '../../domain/collection/overdue-amounts.js';
import type { Loan } from '../../domain/loan/loan.js';
import { plainServicing } from '../../domain/product/servicing-rules.js';

const BATCH = 1_000;

/** Loans of before get the key by which late ones are found; products the rules by which they were serviced without saying so. */
export const collectionsAndServicing: Migration = {
  name: '0007-collections-and-servicing',
  async up(database: Database): Promise<void> {
    await nameOldestOwed(database);
    await sayServicing(database);
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

const FACTOR = 'penalty.overdue-factor';

/** The factor was the parameter's newest value; what a version says itself stands. */
async function sayServicing(database: Database): Promise<void> {
  const parameters = database.collection<{ _id: string; key: string; value: string; effectiveFrom: string }>('parameters');
  const newest = await parameters.findOne({ key: FACTOR }, { sort: { effectiveFrom: -1, _id: -1 } });
  const rules = plainServicing((newest?.value ?? parameterDefinition(FACTOR).initial) as Rate);
  const stored = { ...rules, allocationOrder: [...rules.allocationOrder] };
  const versions = { $map: { input: '$versions', as: 'one', in: { $mergeObjects: [{ $literal: stored }, '$$one'] } } };
  await database.collection('products').updateMany({}, [{ $set: { versions } }]);
}
