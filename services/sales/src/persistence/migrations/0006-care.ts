import { addFields } from '@weilend/mongo';
import type { Database, Migration, Stored } from '@weilend/mongo';

const visits = addFields('visits', 'return_visits', { support: null, plannedVisitId: null });

const applications = addFields('applications', 'applications', { warningDueAt: null });

/**
 * Return visits from before their plans: no support was noted, and the marks that they brought are kept with all others [2.13, 3.11]. Of
 * warnings from before nobody asked the superior, and nobody does afterwards [4.23].
 */
export const care: Migration = {
  name: '0006-care',
  async up(database: Database): Promise<void> {
    await visits.up(database);
    await applications.up(database);
    await database
      .collection('applications')
      .updateMany(
        { 'warnings.0': { $exists: true } },
        { $set: { 'warnings.$[old].acknowledgeDueAt': null, 'warnings.$[old].acknowledged': null } },
        { arrayFilters: [{ 'old.acknowledged': { $exists: false } }] },
      );
    const rows = database.collection<Stored>('return_visits').find({ satisfaction: { $type: 'number' } });
    for await (const { _id, customerId, salespersonId, satisfaction: score, visitedOn: recordedOn } of rows) {
      const mark = { version: 1, customerId, salespersonId, source: 'VISIT', sourceId: _id, score, recordedOn };
      await database
        .collection('satisfaction_marks')
        .updateOne({ sourceId: _id }, { $setOnInsert: { _id: `mrk${_id.slice(3)}`, ...mark } as never }, { upsert: true });
    }
  },
};
