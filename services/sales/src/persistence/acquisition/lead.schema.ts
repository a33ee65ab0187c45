import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { ASSIGNMENT_WAYS } from '../../domain/acquisition/assignment.js';
import { CONTACT_RESULTS, CONTACT_WAYS } from '../../domain/acquisition/lead-steps.js';
import { LEAD_CHANNELS, LOSS_CAUSES, ONLINE_SOURCES } from '../../domain/enquiry/lead.js';
import { LEAD_STATES } from '../../domain/enquiry/lead.machine.js';
import { teamDueIndex } from '../due-indexes.js';

const progress = record({
  applied: fields.flag,
  approved: fields.flag,
  signed: fields.flag,
  loans: fields.count,
  disbursedFen: fields.fen,
});

const contact = record({
  id: fields.id,
  way: oneOf(CONTACT_WAYS),
  result: oneOf(CONTACT_RESULTS),
  note: fields.optionalText,
  by: fields.id,
  at: fields.instant,
  recordedAt: fields.optionalInstant,
  countsFrom: fields.optionalInstant,
});

const assignment = record({
  salespersonId: fields.id,
  how: oneOf(ASSIGNMENT_WAYS),
  by: fields.optionalText,
  reason: fields.optionalText,
  at: fields.instant,
});

/** What a funnel asks of a lead, in one order for the index of all and of one person. */
const FUNNEL = { createdOn: 1, channel: 1, activityId: 1, campaignId: 1, partnerId: 1 } as const;
const PAID = { 'progress.loans': 1, 'progress.disbursedFen': 1 } as const;
const OWES_RESPONSE = { partialFilterExpression: { firstResponseDueAt: { $type: 'date' } } };
const OWES_CONTACT = { partialFilterExpression: { nextContactOn: { $type: 'string' } } };
/** A lookup by value finds such an index; one that is partial by type it would not. */
const NAMES = (field: string) => ({ partialFilterExpression: { [field]: { $gt: '' } } });

export const leadCollection = defineCollection({
  name: 'leads',
  fields: {
    state: oneOf(LEAD_STATES),
    channel: oneOf(LEAD_CHANNELS),
    onlineSource: { type: String, enum: [...ONLINE_SOURCES, null], default: null },
    activityId: fields.optionalText,
    referrerId: fields.optionalText,
    partnerId: fields.optionalText,
    campaignId: fields.optionalText,
    salespersonId: fields.optionalText,
    contactName: fields.text,
    phone: fields.optionalText,
    phoneIndex: fields.optionalText,
    heldPhoneIndex: fields.optionalText,
    note: fields.optionalText,
    district: fields.optionalText,
    sourceDetail: fields.optionalText,
    interest: { type: record({ amountFen: fields.optionalFen, purpose: fields.optionalText }), required: true },
    customerId: fields.optionalText,
    lostCause: { type: String, enum: [...LOSS_CAUSES, null], default: null },
    lostBecause: fields.optionalText,
    createdAt: fields.instant,
    createdOn: fields.date,
    createdBy: fields.optionalText,
    promisedResponseAt: fields.optionalInstant,
    firstResponseDueAt: fields.optionalInstant,
    firstRespondedAt: fields.optionalInstant,
    contacts: { type: [contact], required: true },
    nextContactOn: fields.optionalDate,
    assignments: { type: [assignment], required: true },
    enquiredAt: fields.optionalInstant,
    convertedAt: fields.optionalInstant,
    lostAt: fields.optionalInstant,
    reopened: { type: record({ by: fields.id, at: fields.instant, reason: fields.text }), default: null },
    duplicateBecause: fields.optionalText,
    progress: { type: progress, required: true },
    views: { type: [record({ by: fields.id, reason: fields.text, at: fields.instant })], required: true },
    reached: fields.count,
    searchKeys: fields.texts,
  },
  indexes: [
    { name: 'search', keys: { searchKeys: 1, _id: -1 }, why: 'found by parts of the name, the phone and its last four, newest first' },
    { name: 'salespersonSearch', keys: { salespersonId: 1, searchKeys: 1, _id: -1 }, why: 'the same among his own leads' },
    { name: 'salesperson', keys: { salespersonId: 1, _id: -1 }, why: "a salesperson's own leads, newest first" },
    {
      name: 'newestOfSalesperson',
      keys: { salespersonId: 1, state: 1, _id: -1 },
      why: 'his leads of a state, or those nobody has; his load',
    },
    {
      name: 'channelOfSalesperson',
      keys: { salespersonId: 1, channel: 1, state: 1, _id: -1 },
      why: 'his leads of a channel, newest first',
    },
    {
      name: 'districtOfSalesperson',
      keys: { salespersonId: 1, district: 1, state: 1, _id: -1 },
      why: 'his leads of a district, newest first',
    },
    { name: 'newestOfState', keys: { state: 1, _id: -1 }, why: 'all leads of a state, newest first' },
    { name: 'newestOfChannel', keys: { channel: 1, state: 1, _id: -1 }, why: 'all leads of a channel, newest first' },
    { name: 'newestOfDistrict', keys: { district: 1, state: 1, _id: -1 }, why: 'all leads of a district, newest first' },
    { name: 'phone', keys: { phoneIndex: 1, state: 1 }, why: 'the open lead with a mobile number [2.8]', options: NAMES('phoneIndex') },
    {
      name: 'heldPhone',
      keys: { heldPhoneIndex: 1 },
      why: 'one open lead for each mobile number, whatever races; those opened all the same are left out',
      options: { unique: true, ...NAMES('heldPhoneIndex') },
    },
    { name: 'customer', keys: { customerId: 1 }, why: 'the leads by which a customer came', options: NAMES('customerId') },
    {
      name: 'campaign',
      keys: { campaignId: 1, _id: -1 },
      why: 'the leads of a campaign, newest first, and how many',
      options: NAMES('campaignId'),
    },
    {
      name: 'activity',
      keys: { activityId: 1, _id: -1 },
      why: 'the leads of an activity, newest first, and how many',
      options: NAMES('activityId'),
    },
    { name: 'partner', keys: { partnerId: 1, _id: -1 }, why: 'the leads that a partner sent, newest first', options: NAMES('partnerId') },
    {
      name: 'referrer',
      keys: { referrerId: 1, _id: -1 },
      why: 'the leads that a customer sent, newest first',
      options: NAMES('referrerId'),
    },
    {
      name: 'responseOwed',
      keys: { salespersonId: 1, firstResponseDueAt: 1 },
      why: 'answers that somebody owes [1.6]',
      options: OWES_RESPONSE,
    },
    {
      name: 'responseOwedNewest',
      keys: { salespersonId: 1, _id: -1, firstResponseDueAt: 1 },
      why: 'his late answers in the order of the list',
      options: OWES_RESPONSE,
    },
    {
      name: 'responseOwedByAnybody',
      keys: { _id: -1, firstResponseDueAt: 1 },
      why: 'all late answers, in the order of the list',
      options: OWES_RESPONSE,
    },
    { name: 'contactDue', keys: { salespersonId: 1, nextContactOn: 1 }, why: 'contacts that somebody owes', options: OWES_CONTACT },
    {
      name: 'contactDueNewest',
      keys: { salespersonId: 1, _id: -1, nextContactOn: 1 },
      why: 'his contacts of today in the order of the list',
      options: OWES_CONTACT,
    },
    {
      name: 'contactDueOfAnybody',
      keys: { _id: -1, nextContactOn: 1 },
      why: 'all contacts of today, in the order of the list',
      options: OWES_CONTACT,
    },
    teamDueIndex({ field: 'firstResponseDueAt', type: 'date', owner: 'salespersonId', what: 'answers that are owed [1.6]' }),
    teamDueIndex({ field: 'nextContactOn', type: 'string', owner: 'salespersonId', what: 'contacts that are owed' }),
    { name: 'funnel', keys: { ...FUNNEL, salespersonId: 1, reached: 1 }, why: 'the funnel of a period, answered from the index alone' },
    {
      name: 'funnelOfSalesperson',
      keys: { salespersonId: 1, ...FUNNEL, reached: 1 },
      why: "a salesperson's own funnel, answered from the index alone",
    },
    {
      name: 'funnelOfPaid',
      keys: { ...FUNNEL, salespersonId: 1, reached: 1, ...PAID },
      why: 'what was paid out to the leads of a period, answered from the index alone',
      options: { partialFilterExpression: { 'progress.loans': { $gt: 0 } } },
    },
  ],
});
