import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { RECORDING_KINDS } from '../../domain/contract/contract.js';
import { CONTRACT_STATES } from '../../domain/contract/contract.machine.js';
import { loanTerms } from '../stored-shapes.js';

export const contractCollection = defineCollection({
  name: 'contracts',
  fields: {
    applicationId: fields.id,
    customerId: fields.id,
    salespersonId: fields.id,
    decisionId: fields.id,
    draftNo: fields.count,
    state: oneOf(CONTRACT_STATES),
    history: { type: [record({ state: oneOf(CONTRACT_STATES), by: fields.id, at: fields.instant })], required: true },
    terms: { type: loanTerms, required: true },
    startOn: fields.date,
    templateVersion: fields.text,
    clauses: { type: [record({ key: fields.text, title: fields.text, text: fields.text })], required: true },
    costSheet: {
      type: record({
        costSheetId: fields.id,
        hash: fields.text,
        termsHash: fields.text,
        annualCostCompound: fields.text,
        issuedAt: fields.instant,
      }),
      default: null,
    },
    costSheetRefusedBecause: fields.texts,
    acknowledgement: {
      type: record({ costSheetId: fields.id, costSheetHash: fields.text, by: fields.id, at: fields.instant }),
      default: null,
    },
    explanation: {
      type: record({ textVersion: fields.text, readingSeconds: fields.count, by: fields.id, at: fields.instant }),
      default: null,
    },
    recordings: {
      type: [
        record({
          kind: oneOf(RECORDING_KINDS),
          fileId: fields.id,
          sha256: fields.text,
          sizeBytes: fields.count,
          durationSeconds: fields.count,
          by: fields.id,
          at: fields.instant,
        }),
      ],
      required: true,
    },
    contractHash: fields.text,
    payeeAccountId: fields.optionalText,
    paymentOrders: fields.count,
    signedBy: fields.optionalText,
    signedAt: fields.optionalInstant,
  },
  indexes: [
    {
      name: 'application',
      keys: { applicationId: 1, draftNo: -1 },
      why: 'the drafts of an application, latest first',
      options: { unique: true },
    },
    {
      name: 'oneSigned',
      keys: { applicationId: 1 },
      why: 'one signed contract for each application, whatever races',
      options: { unique: true, partialFilterExpression: { state: 'signed' } },
    },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'the contracts of a customer, newest first: they go with him' },
  ],
});
