import type { Database, Migration } from '@weilend/mongo';
import { emptyProfile } from '../../domain/customer/profile.js';
import { nameKeys } from '../search-keys.js';

const BATCH = 500;
const ADDED = ['employment', 'family', 'business', 'debts'] as const;

interface OldCustomer {
  readonly _id: string;
  readonly name: string;
  readonly representativeName: string | null;
  readonly identityIndex: string;
  readonly identityTail: string;
  readonly phoneIndex: string;
  readonly phoneTail: string;
  readonly registeredOn: string;
  readonly grades: readonly { readonly scorecardVersion: number }[];
}

/**
 * Files of before get the sections, cards, overrides and merges that they do not have, what they are found by as far as it stands in
 * them already, and a day on which they are graded again: at once. Grading saves a file whole, which completes what it is found by.
 */
export const customerFiles: Migration = {
  name: '0002-customer-files',
  async up(database: Database): Promise<void> {
    const customers = database.collection<OldCustomer>('customers');
    const old = customers.find({ merges: { $exists: false } } as never).batchSize(BATCH);
    let batch: unknown[] = [];
    const write = async (): Promise<void> => {
      if (batch.length > 0) await customers.bulkWrite(batch as never);
      batch = [];
    };
    for await (const row of old) {
      batch.push({ updateOne: { filter: { _id: row._id }, update: { $set: added(row) } } });
      if (batch.length >= BATCH) await write();
    }
    await write();
    const leads = database.collection<{ _id: string; contactName: string }>('leads');
    for await (const { _id, contactName } of leads.find({ searchKeys: { $exists: false } } as never).batchSize(BATCH))
      await leads.updateOne({ _id }, { $set: { searchKeys: nameKeys(contactName) } } as never);
  },
};

function added(row: OldCustomer): Record<string, unknown> {
  const names = [row.name, row.representativeName ?? ''].flatMap(nameKeys);
  return {
    ...Object.fromEntries(ADDED.map((section) => [`profile.${section}`, emptyProfile[section]])),
    ...{ cards: [], overrides: [], lateLoans: [], merged: null, mergedInto: null, merges: [] },
    regradeDueOn: row.registeredOn,
    gradeScorecardNo: row.grades.at(-1)?.scorecardVersion ?? null,
    searchKeys: [...new Set([row.identityIndex, row.identityTail, row.phoneIndex, row.phoneTail, ...names])],
  };
}
