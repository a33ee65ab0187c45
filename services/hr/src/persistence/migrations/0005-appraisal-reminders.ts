import type { Database, Migration } from '@weilend/mongo';

/** Stages on which somebody owes the next step; a sheet of before the cycle was kept is at its beginning. */
const OWING = ['OPENED', 'SELF_VIEWED', 'APPEALED', null];

/**
 * What is owed on sheets that are open already is told of too, and what was never given a time is owed from now on [5.5]. A quarter whose closing was begun under
 * the rule of before is closed as it was begun: with nobody told. Running it again changes nothing.
 */
export const appraisalReminders: Migration = {
  name: '0005-appraisal-reminders',
  async up(database: Database): Promise<void> {
    const now = await database.now();
    const sheets = database.collection('appraisal_sheets');
    const closing = await database.collection('appraisal_quarters').distinct('quarter', { state: 'CLOSING' });
    const untold = { state: 'OPEN', noticeAt: { $exists: false }, 'cycle.stage': { $in: OWING } };
    const dueAt = { $ifNull: ['$dueAt', now] };
    const begun = { $in: ['$quarter', { $literal: closing }] };
    const late = { $lt: [dueAt, now] };
    const notice = { $cond: [begun, null, { $cond: [late, 'LATE', 'SOON'] }] };
    await sheets.updateMany(untold, [{ $set: { dueAt, notice, noticeAt: { $cond: [begun, null, now] } } }]);
    const unreviewed = { state: 'OPEN', quarter: { $in: closing }, 'cycle.review': null, 'cycle.escalations': { $exists: false } };
    const nothing = { selfView: null, review: null, appeal: null };
    const escalations = [{ step: 'REVIEW', dueAt: '$dueAt', at: now, toIds: [] }];
    const stage = { $cond: [{ $eq: ['$cycle.stage', 'SELF_VIEWED'] }, 'SELF_VIEWED', 'UNVIEWED'] };
    await sheets.updateMany(unreviewed, [{ $set: { cycle: { $mergeObjects: [nothing, '$cycle', { stage, escalations }] } } }]);
  },
};
