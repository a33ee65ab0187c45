import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { CUSTOMER_TYPES, LOAN_PURPOSES, REPAYMENT_METHODS } from '@weilend/contracts';
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
      name: 'lead',
      keys: { leadId: 1 },
      why: 'enquiries that go along when their lead is given to a colleague',
      options: { partialFilterExpression: { leadId: { $gt: '' } } },
    },
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
