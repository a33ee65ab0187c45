import { CUSTOMER_TYPES } from '@weilend/contracts';
import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { ACTIVITY_STATES } from '../../domain/acquisition/activity.machine.js';
import { GRADES } from '../../domain/customer/scorecard/grade.js';
import { ACTIVITY_KINDS } from '../../domain/enquiry/lead.js';
import { optionalCount } from '../stored-shapes.js';
import { teamDueIndex } from '../due-indexes.js';

const plan = {
  name: fields.text,
  startsOn: fields.date,
  endsOn: fields.date,
  budgetFen: fields.fen,
  goalLeads: fields.count,
  ownerId: fields.id,
  targetGrades: { type: [{ type: String, enum: GRADES }], required: true },
  targetTypes: { type: [{ type: String, enum: CUSTOMER_TYPES }], required: true },
};

export const campaignCollection = defineCollection({
  name: 'campaigns',
  fields: {
    ...plan,
    createdBy: fields.id,
    createdAt: fields.instant,
    closedOn: fields.optionalDate,
    resultNote: fields.optionalText,
    /** The day after which the result is to be written down; null once it is. */
    closingDueOn: fields.optionalDate,
    changes: {
      type: [record({ before: { type: record(plan), required: true }, reason: fields.text, by: fields.id, at: fields.instant })],
      required: true,
    },
  },
  indexes: [
    { name: 'closing', keys: { closedOn: 1, _id: -1 }, why: 'campaigns that are not closed yet, newest first' },
    teamDueIndex({ field: 'closingDueOn', type: 'string', owner: 'ownerId', what: 'campaigns to close' }),
    {
      name: 'closingOwed',
      keys: { ownerId: 1, closingDueOn: 1 },
      why: 'campaigns that are over and whose result somebody owes',
      options: { partialFilterExpression: { closingDueOn: { $type: 'string' } } },
    },
  ],
});

export const activityCollection = defineCollection({
  name: 'activities',
  fields: {
    kind: oneOf(ACTIVITY_KINDS),
    name: fields.text,
    heldOn: fields.date,
    state: oneOf(ACTIVITY_STATES),
    campaignId: fields.optionalText,
    ownerId: fields.id,
    createdBy: fields.id,
    plannedCostFen: fields.fen,
    plannedLeads: optionalCount,
    actualCostFen: fields.optionalFen,
    costFen: fields.fen,
    costChanges: {
      type: [record({ fromFen: fields.fen, toFen: fields.fen, reason: fields.text, by: fields.id, at: fields.instant })],
      required: true,
    },
    material: { type: record({ title: fields.text, version: fields.text }), default: null },
    resultNote: fields.optionalText,
    cancelledBecause: fields.optionalText,
    /** The day by which the result is recorded; null once it is. */
    resultDueOn: fields.optionalDate,
  },
  indexes: [
    { name: 'day', keys: { heldOn: -1 }, why: 'activities of a period' },
    {
      name: 'daysOfAll',
      keys: { heldOn: -1, _id: -1, kind: 1, state: 1, campaignId: 1, costFen: 1 },
      why: 'activities of a period, newest first; what they cost by kind',
    },
    { name: 'daysOfKind', keys: { kind: 1, heldOn: -1, _id: -1 }, why: 'activities of a kind, newest first' },
    {
      name: 'daysOfCampaign',
      keys: { campaignId: 1, heldOn: -1, _id: -1, costFen: 1 },
      why: 'activities of a campaign, newest first; what they cost',
    },
    teamDueIndex({ field: 'resultDueOn', type: 'string', owner: 'ownerId', what: 'activities to write up' }),
    {
      name: 'resultOwed',
      keys: { ownerId: 1, resultDueOn: 1 },
      why: 'activities that somebody has to record the result of',
      options: { partialFilterExpression: { resultDueOn: { $type: 'string' } } },
    },
  ],
});

const agreement = record({
  agreementNo: fields.text,
  validFrom: fields.date,
  validTo: fields.date,
  feeTerms: fields.optionalText,
  by: fields.id,
  at: fields.instant,
});

export const partnerCollection = defineCollection({
  name: 'partners',
  fields: {
    name: fields.text,
    creditCode: fields.text,
    active: fields.flag,
    addedBy: fields.id,
    addedOn: fields.date,
    endedOn: fields.optionalDate,
    endedBecause: fields.optionalText,
    contactName: fields.optionalText,
    contactPhone: fields.optionalText,
    agreements: { type: [agreement], required: true },
    views: { type: [record({ by: fields.id, reason: fields.text, at: fields.instant })], required: true },
    expiresOn: fields.optionalDate,
  },
  indexes: [
    { name: 'creditCode', keys: { creditCode: 1 }, why: 'one entry for each partner', options: { unique: true } },
    {
      name: 'expiring',
      keys: { expiresOn: 1 },
      why: 'partners whose agreement runs out soon [3.4]',
      options: { partialFilterExpression: { expiresOn: { $type: 'string' } } },
    },
  ],
});

/** Which salespeople cover a district; the manager keeps it. */
export const areaCollection = defineCollection({
  name: 'sales_areas',
  fields: { district: fields.text, name: fields.text, salespersonIds: fields.texts },
  indexes: [{ name: 'district', keys: { district: 1 }, why: 'one entry for each district', options: { unique: true } }],
});

/** Whose turn it was last when leads are given out; one row. */
export const turnCollection = defineCollection({ name: 'lead_turns', fields: { last: fields.optionalText } });
