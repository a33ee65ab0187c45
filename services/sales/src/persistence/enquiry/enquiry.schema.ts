import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { CUSTOMER_TYPES, LOAN_PURPOSES, REPAYMENT_METHODS } from '@weilend/contracts';
import { ACTIVITY_KINDS, LEAD_CHANNELS, ONLINE_SOURCES } from '../../domain/enquiry/lead.js';
import { LEAD_STATES } from '../../domain/enquiry/lead.machine.js';
import { PROPOSAL_STATES } from '../../domain/enquiry/proposal.js';
import { needs } from '../stored-shapes.js';

export const productCollection = defineCollection({
  name: 'products',
  fields: {
    versions: {
      type: [
        record({
          version: fields.count,
          code: fields.text,
          name: fields.text,
          customerTypes: { type: [{ type: String, enum: CUSTOMER_TYPES }], required: true },
          purposes: { type: [{ type: String, enum: LOAN_PURPOSES }], required: true },
          methods: { type: [{ type: String, enum: REPAYMENT_METHODS }], required: true },
          minAmountFen: fields.fen,
          maxAmountFen: fields.fen,
          minTermMonths: fields.count,
          maxTermMonths: fields.count,
          annualRate: fields.text,
          penaltyFactor: fields.optionalText,
          effectiveFrom: fields.date,
        }),
      ],
      required: true,
    },
  },
});

export const activityCollection = defineCollection({
  name: 'activities',
  fields: { kind: oneOf(ACTIVITY_KINDS), name: fields.text, heldOn: fields.date, costFen: fields.fen, createdBy: fields.id },
  indexes: [{ name: 'day', keys: { heldOn: -1 }, why: 'activities of a period' }],
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
  },
  indexes: [{ name: 'creditCode', keys: { creditCode: 1 }, why: 'one entry for each partner', options: { unique: true } }],
});

export const leadCollection = defineCollection({
  name: 'leads',
  fields: {
    state: oneOf(LEAD_STATES),
    channel: oneOf(LEAD_CHANNELS),
    onlineSource: { type: String, enum: [...ONLINE_SOURCES, null], default: null },
    activityId: fields.optionalText,
    referrerId: fields.optionalText,
    partnerId: fields.optionalText,
    salespersonId: fields.id,
    contactName: fields.text,
    phone: fields.optionalText,
    phoneIndex: fields.optionalText,
    note: fields.optionalText,
    customerId: fields.optionalText,
    lostBecause: fields.optionalText,
    createdAt: fields.instant,
  },
  indexes: [
    { name: 'salesperson', keys: { salespersonId: 1, _id: -1 }, why: "a salesperson's own leads, newest first" },
    { name: 'channel', keys: { channel: 1, state: 1 }, why: 'the funnel by channel' },
    { name: 'phone', keys: { phoneIndex: 1 }, why: 'whether somebody with this mobile number is a lead already' },
  ],
});

export const enquiryCollection = defineCollection({
  name: 'enquiries',
  fields: {
    leadId: fields.optionalText,
    customerId: fields.optionalText,
    salespersonId: fields.id,
    receivedAt: fields.instant,
    firstResponseDueAt: fields.instant,
    firstRespondedAt: fields.optionalInstant,
    presented: { type: [record({ productId: fields.id, productVersion: fields.count, at: fields.instant })], required: true },
    needs: { type: needs, required: true },
    note: fields.optionalText,
  },
  indexes: [
    { name: 'salesperson', keys: { salespersonId: 1, _id: -1 }, why: "a salesperson's own enquiries, newest first" },
    {
      name: 'waiting',
      keys: { firstResponseDueAt: 1 },
      why: 'enquiries that nobody has answered [1.6]',
      options: { partialFilterExpression: { firstRespondedAt: null } },
    },
  ],
});

export const proposalCollection = defineCollection({
  name: 'proposals',
  fields: {
    enquiryId: fields.id,
    customerId: fields.optionalText,
    salespersonId: fields.id,
    productId: fields.id,
    productVersion: fields.count,
    needs: { type: needs, required: true },
    methods: fields.texts,
    startOn: fields.date,
    state: oneOf(PROPOSAL_STATES),
    quotes: {
      type: [
        record({
          quoteId: fields.id,
          method: oneOf(REPAYMENT_METHODS),
          termsHash: fields.text,
          totalInterestFen: fields.fen,
          totalFeesFen: fields.fen,
          firstInstalmentFen: fields.fen,
          annualCostCompound: fields.text,
          withinCap: fields.flag,
        }),
      ],
      required: true,
    },
    refusedBecause: fields.texts,
    createdAt: fields.instant,
  },
  indexes: [{ name: 'enquiry', keys: { enquiryId: 1, _id: -1 }, why: 'the proposals made on an enquiry' }],
});
