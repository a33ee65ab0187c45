import type { Database, Migration } from '@weilend/mongo';

/** Indexes of deadlines without their owner, which the counts by person had to look up in the documents. */
const REPLACED: readonly (readonly [string, readonly string[]])[] = [
  ['customers', ['visitOrder', 'ownerVisitOrder']],
  ['applications', ['inspectionDueOnAll', 'warningDueAtAll']],
  ['contract_amendments', ['signDueAtAll']],
  ['security_tasks', ['dueOnAll']],
  ['planned_visits', ['dueOnAll']],
  ['follow_ups', ['dueOnAll']],
  ['feedback_tickets', ['dueAtAll']],
  ['customer_events', ['dueOnAll']],
];

/** The visit that a customer is owed is a field of its own, empty for files that were merged; indexes that others replace are dropped. */
export const dueByOwner: Migration = {
  name: '0012-due-by-owner',
  async up(database: Database): Promise<void> {
    const missing = { visitDueOn: { $exists: false } };
    const due = { $cond: [{ $eq: [{ $ifNull: ['$mergedInto', null] }, null] }, '$nextVisitOn', null] };
    await database.collection('customers').updateMany(missing, [{ $set: { visitDueOn: due } }]);
    for (const [name, replaced] of REPLACED) {
      const collection = database.collection(name);
      const present = new Set((await collection.indexes()).map((index) => index.name));
      for (const index of replaced) if (present.has(index)) await collection.dropIndex(index);
    }
  },
};
