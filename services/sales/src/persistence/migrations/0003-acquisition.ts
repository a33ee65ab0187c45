import type { Database, Migration } from '@weilend/mongo';

const NO_PROGRESS = { applied: false, approved: false, signed: false, loans: 0, disbursedFen: 0n };
const SHANGHAI_DAY = { $dateToString: { date: '$createdAt', format: '%Y-%m-%d', timezone: '+08:00' } };

/** What leads were stored without. They were promised nothing; the mobile number is indexed when they are next saved. */
const LEAD = {
  ...{ campaignId: null, phoneIndex: null, heldPhoneIndex: null, district: null, sourceDetail: null },
  ...{ interest: { amountFen: null, purpose: null }, createdOn: SHANGHAI_DAY, createdBy: '$salespersonId' },
  ...{ promisedResponseAt: null, firstResponseDueAt: null, firstRespondedAt: null, contacts: [], nextContactOn: null, assignments: [] },
  lostCause: { $cond: [{ $eq: ['$state', 'lost'] }, 'OTHER', null] },
  enquiredAt: { $cond: [{ $eq: ['$state', 'enquiring'] }, '$createdAt', null] },
  convertedAt: { $cond: [{ $eq: ['$state', 'converted'] }, '$createdAt', null] },
  lostAt: { $cond: [{ $eq: ['$state', 'lost'] }, '$createdAt', null] },
  ...{ reopened: null, duplicateBecause: null, progress: { $literal: NO_PROGRESS } },
  views: [],
  reached: { $switch: { branches: [branch('enquiring', 2), branch('converted', 4)], default: 0 } },
};

/** An activity from before was held with the cost that it was registered with. */
const ACTIVITY = {
  ...{ state: 'held', campaignId: null, ownerId: '$createdBy', plannedCostFen: '$costFen', plannedLeads: null, actualCostFen: '$costFen' },
  ...{ costChanges: [], material: null, resultNote: null, cancelledBecause: null, resultDueOn: null },
};

const PARTNER = { endedBecause: null, contactName: null, contactPhone: null, agreements: [], views: [], expiresOn: null };

function branch(state: string, reached: number) {
  return { case: { $eq: ['$state', state] }, then: reached };
}

/** Campaigns, assignment, response and progress of leads, agreements of partners [2.8, 3.1-3.4]; the recount tells how far old leads came. */
export const acquisition: Migration = {
  name: '0003-acquisition',
  async up(database: Database): Promise<void> {
    for (const [collection, first, mark] of [
      ['leads', LEAD, 'reached'],
      ['activities', ACTIVITY, 'state'],
      ['partners', PARTNER, 'agreements'],
    ] as const)
      await database.collection(collection).updateMany({ [mark]: { $exists: false } }, [{ $set: first }]);
  },
};
