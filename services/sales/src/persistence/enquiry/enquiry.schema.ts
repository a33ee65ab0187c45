import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { CUSTOMER_TYPES, LOAN_PURPOSES, REPAYMENT_METHODS } from '@weilend/contracts';
import { ENQUIRY_DEBTS, ENQUIRY_OUTCOMES, ENQUIRY_STATES } from '../../domain/enquiry/enquiry.js';
import { PROPOSAL_STATES } from '../../domain/enquiry/proposal.machine.js';
import { disclosureConfirmation, needs } from '../stored-shapes.js';

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
    needsKnownAt: fields.optionalInstant,
    firstProposalDueAt: fields.optionalInstant,
    firstProposedAt: fields.optionalInstant,
    closed: {
      type: record({ outcome: oneOf(ENQUIRY_OUTCOMES), reason: fields.optionalText, by: fields.id, at: fields.instant }),
      default: null,
    },
    state: oneOf(ENQUIRY_STATES),
    owes: { type: String, enum: [...ENQUIRY_DEBTS, null], default: null },
    responseDueAt: fields.optionalInstant,
    proposalDueAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'salesperson', keys: { salespersonId: 1, _id: -1 }, why: "a salesperson's own enquiries, newest first" },
    { name: 'ownState', keys: { salespersonId: 1, state: 1, _id: -1 }, why: "a salesperson's enquiries of a state, newest first" },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'all enquiries of a state, newest first; late ones stand among the waiting [1.6]' },
    {
      name: 'ownDebts',
      keys: { salespersonId: 1, owes: 1, _id: -1 },
      why: 'answers and proposals that one salesperson owes, newest first [1.6]',
    },
    { name: 'debts', keys: { owes: 1, _id: -1 }, why: 'answers and proposals that anybody owes, newest first [1.6]' },
    {
      name: 'responses',
      keys: { responseDueAt: 1, salespersonId: 1 },
      why: 'first answers that are owed: what is late, oldest first, and the reminders [1.6]',
      options: { partialFilterExpression: { responseDueAt: { $type: 'date' } } },
    },
    {
      name: 'responsesOwn',
      keys: { salespersonId: 1, responseDueAt: 1 },
      why: 'first answers that one person owes, most overdue first: his day',
      options: { partialFilterExpression: { responseDueAt: { $type: 'date' } } },
    },
    {
      name: 'proposalsOwed',
      keys: { proposalDueAt: 1, salespersonId: 1 },
      why: 'proposals that are owed: what is late, oldest first, and the reminders [1.6]',
      options: { partialFilterExpression: { proposalDueAt: { $type: 'date' } } },
    },
    {
      name: 'proposalsOwedOwn',
      keys: { salespersonId: 1, proposalDueAt: 1 },
      why: 'proposals that one person owes, most overdue first: his day',
      options: { partialFilterExpression: { proposalDueAt: { $type: 'date' } } },
    },
    { name: 'received', keys: { receivedAt: 1 }, why: 'service times of a period [1.6]' },
    {
      name: 'needsKnown',
      keys: { needsKnownAt: 1 },
      why: 'service times of a period: when a proposal began to be owed [1.6]',
      options: { partialFilterExpression: { needsKnownAt: { $type: 'date' } } },
    },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'the enquiries of a customer: they go with him' },
    { name: 'lead', keys: { leadId: 1 }, why: 'the enquiries of a lead: they go with it' },
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
    validUntil: fields.date,
    replacesId: fields.optionalText,
    answer: {
      type: record({ accepted: fields.flag, reason: fields.optionalText, by: fields.id, at: fields.instant }),
      default: null,
    },
    disclosure: { type: disclosureConfirmation, default: null },
    expiresOn: fields.optionalDate,
  },
  indexes: [
    { name: 'enquiry', keys: { enquiryId: 1, _id: -1 }, why: 'the proposals made on an enquiry' },
    { name: 'customer', keys: { customerId: 1 }, why: 'the proposals made to a customer: they go with him' },
    { name: 'salesperson', keys: { salespersonId: 1, _id: -1 }, why: "a salesperson's own proposals, newest first" },
    { name: 'ownState', keys: { salespersonId: 1, state: 1, _id: -1 }, why: "a salesperson's proposals of a state, newest first" },
    {
      name: 'state',
      keys: { state: 1, _id: -1 },
      why: 'all proposals of a state, newest first; those that run out stand among the quoted',
    },
    {
      name: 'expiry',
      keys: { expiresOn: 1, salespersonId: 1 },
      why: 'proposals that run out: the reminders, and the job that writes it down [4.3]',
      options: { partialFilterExpression: { expiresOn: { $type: 'string' } } },
    },
    {
      name: 'expiryOwn',
      keys: { salespersonId: 1, expiresOn: 1 },
      why: 'proposals of one person that run out, the next first: his day',
      options: { partialFilterExpression: { expiresOn: { $type: 'string' } } },
    },
  ],
});
