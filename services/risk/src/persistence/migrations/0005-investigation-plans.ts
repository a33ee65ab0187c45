import type { Database, Migration } from '@weilend/mongo';

const FIRST = { assignments: [], plans: [], contradictionAnswers: [], checkDueAt: null, replyDueAt: null, waiverPending: false };
const OPEN = ['OPENED', 'ASSIGNED', 'INVESTIGATING'];
const UNANSWERED = { $filter: { input: '$informationRequests', as: 'asked', cond: { $eq: ['$$asked.reply', null] } } };
const FIRST_REPLY_DUE = { $min: { $map: { input: UNANSWERED, as: 'asked', in: '$$asked.dueAt' } } };

/**
 * Investigations from before pairs were kept, outlines written and waivers decided on: none of them; a waiver of then was one without
 * anybody's word. Loans owe what was paid out until finance tells what was repaid.
 */
export const investigationPlans: Migration = {
  name: '0005-investigation-plans',
  async up(database: Database): Promise<void> {
    const investigations = database.collection('investigations');
    for (const [field, value] of Object.entries(FIRST))
      await investigations.updateMany({ [field]: { $exists: false } }, { $set: { [field]: value } });
    await investigations.updateMany(
      { waivers: { $elemMatch: { state: { $exists: false } } } },
      { $set: { 'waivers.$[old].state': 'APPROVED', 'waivers.$[old].decision': null } },
      { arrayFilters: [{ 'old.state': { $exists: false } }] },
    );
    await investigations.updateMany({ state: { $in: OPEN }, replyDueAt: null }, [{ $set: { replyDueAt: FIRST_REPLY_DUE } }]);
    await database
      .collection('loan_exposures')
      .updateMany({ outstandingFen: { $exists: false } }, [{ $set: { outstandingFen: '$amountFen', toldOn: null } }]);
  },
};
