import { z } from 'zod';
import { defineHandoffs } from '../define.js';
import { reportFields } from '../events/risk.events.js';
import {
  customerTypeField,
  dateField,
  fenField,
  hashField,
  id,
  indexField,
  instantField,
  methodField,
  participantsField,
  purposeField,
  termsFields,
} from '../fields.js';

export const CONTRACT_REVIEW_REASONS = ['LARGE', 'NON_STANDARD'] as const;
/** Why compliance sees a contract before it is signed (合同审查原因). */
export type ContractReviewReason = (typeof CONTRACT_REVIEW_REASONS)[number];

/** What every handoff about an application carries. */
const onApplication = { applicationId: id('app'), participants: participantsField };

/** The main line: from the proposal to the first check after payment. */
export const lineHandoffs = defineHandoffs({
  'issue-quote': {
    from: 'sales',
    to: 'finance',
    subject: 'prp',
    deadline: '1m',
    description: 'Quote the wanted loan for each suitable method, by machine.',
    completedBy: 'finance.quote-issued.v1',
    data: z.object({
      proposalId: id('prp'),
      enquiryId: id('enq'),
      productId: id('prd'),
      amountFen: fenField.positive(),
      termMonths: z.int().min(1).max(120),
      methods: z.array(methodField).min(1),
      startOn: dateField,
    }),
  },
  'investigate-application': {
    from: 'sales',
    to: 'risk',
    subject: 'app',
    deadline: '3d',
    description: 'Investigate an application that passed the first check.',
    completedBy: 'final risk report, or returned with what is missing',
    data: z.object({
      ...onApplication,
      customerId: id('cus'),
      customerType: customerTypeField,
      salespersonId: id('emp'),
      ...termsFields,
      purpose: purposeField,
      round: z.int().min(1),
      /** Blind index of the borrower's identity number: a bureau inquiry must be about the same person. */
      identityIndex: indexField,
      /** Written consents on file; a bureau inquiry needs one of kind CREDIT_INQUIRY (gate G2). */
      consents: z.array(
        z.object({ consentId: id('cns'), kind: z.string(), purpose: z.string(), validUntil: dateField, evidenceHash: hashField }),
      ),
    }),
  },
  'decide-application': {
    from: 'risk',
    to: 'approval',
    subject: 'app',
    deadline: '2d',
    description: 'Decide an application on its final risk report.',
    completedBy: 'decision',
    data: z.object({
      ...reportFields,
      customerId: id('cus'),
      customerType: customerTypeField,
      salespersonId: id('emp'),
      ...termsFields,
      purpose: purposeField,
    }),
  },
  'sign-contract': {
    from: 'approval',
    to: 'sales',
    subject: 'app',
    deadline: '5d',
    description: 'Sign the contract of an approved application.',
    completedBy: 'contract signed, or application withdrawn',
    data: z.object({ ...onApplication, decisionId: id('dec'), ...termsFields, validUntil: dateField }),
  },
  'fulfil-conditions': {
    from: 'approval',
    to: 'sales',
    subject: 'app',
    deadline: '10d',
    description: 'Settle the conditions of a conditional approval with the customer and give evidence for each.',
    completedBy: 'every condition evidenced',
    data: z.object({
      ...onApplication,
      decisionId: id('dec'),
      conditions: z.array(z.object({ conditionId: id('cnd'), text: z.string(), evidenceKind: z.string(), dueOn: dateField })).min(1),
    }),
  },
  'confirm-conditions': {
    from: 'sales',
    to: 'approval',
    subject: 'app',
    deadline: '1d',
    description: 'Confirm the evidence given for the conditions.',
    completedBy: 'confirmed, or returned',
    data: z.object({
      ...onApplication,
      decisionId: id('dec'),
      evidence: z.array(z.object({ conditionId: id('cnd'), fileId: id('fil'), sha256: hashField })).min(1),
    }),
  },
  'inform-customer': {
    from: 'approval',
    to: 'sales',
    subject: 'app',
    deadline: '1d',
    description: 'Tell the customer of a rejection and of the way to a human review.',
    completedBy: 'customer informed (who, when, how)',
    data: z.object({ ...onApplication, decisionId: id('dec'), result: z.literal('REJECTED') }),
  },
  'issue-cost-sheet': {
    from: 'sales',
    to: 'finance',
    subject: 'app',
    deadline: '1m',
    description: 'Issue the cost sheet for exactly the terms of a drafted contract, by machine.',
    completedBy: 'immutable cost sheet with its hash',
    data: z.object({ ...onApplication, contractId: id('con'), decisionId: id('dec'), ...termsFields, startOn: dateField }),
  },
  'disburse-loan': {
    from: 'sales',
    to: 'finance',
    subject: 'app',
    deadline: '1d',
    description: 'Pay out a signed contract, once (gate G7).',
    completedBy: 'money paid out, or returned when the gate fails',
    data: z.object({
      ...onApplication,
      contractId: id('con'),
      customerId: id('cus'),
      customerType: customerTypeField,
      salespersonId: id('emp'),
      decisionId: id('dec'),
      ...termsFields,
      purpose: purposeField,
      contractHash: hashField,
      costSheetId: id('cst'),
      costSheetHash: hashField,
      payeeAccountId: id('acc'),
      /** Blind index of the borrower's name: the account must be in the same name. */
      nameIndex: indexField,
      signedAt: instantField,
    }),
  },
  'care-for-loan': {
    from: 'finance',
    to: 'sales',
    subject: 'app',
    deadline: '15d',
    description: 'First check on the use of funds; the inspection plan goes on from there.',
    completedBy: 'first use-of-funds check',
    data: z.object({
      ...onApplication,
      loanId: id('lon'),
      contractId: id('con'),
      customerId: id('cus'),
      salespersonId: id('emp'),
      disbursedOn: dateField,
    }),
  },
  'work-arrears': {
    from: 'finance',
    to: 'sales',
    subject: 'lon',
    deadline: '1d',
    description: 'Speak with a customer whose instalment is late; again at each step of `collection.arrears-steps`.',
    completedBy: 'contact logged; recalled when nothing is late any more',
    data: z.object({
      loanId: id('lon'),
      applicationId: id('app'),
      customerId: id('cus'),
      salespersonId: id('emp'),
      /** The collection case: one for each time that the loan is late. */
      caseId: id('ccs'),
      /** Step of the ladder that was reached, from 1. */
      step: z.int().min(1),
      overdueSince: dateField,
      daysPastDue: z.int().min(1),
      overdueFen: fenField.positive(),
    }),
  },
  'review-contract': {
    from: 'sales',
    to: 'compliance',
    subject: 'app',
    deadline: '1d',
    description: 'Review a contract that is large or whose text is not the template’s, before it is signed.',
    completedBy: 'reviewed, or returned with what has to be changed',
    data: z.object({
      ...onApplication,
      contractId: id('con'),
      contractNumber: z.string(),
      contractHash: hashField,
      templateVersion: z.string(),
      amountFen: fenField.positive(),
      reasons: z.array(z.enum(CONTRACT_REVIEW_REASONS)).min(1),
      /** Keys of the clauses that differ from the template. */
      changedClauses: z.array(z.string()),
      dueAt: instantField,
    }),
  },
});
