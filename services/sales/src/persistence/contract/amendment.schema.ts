import { REPAYMENT_METHODS } from '@weilend/contracts';
import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { AMENDMENT_STATES } from '../../domain/contract/amendment.machine.js';
import { actOf } from '../stored-shapes.js';
import { dueIndexes } from '../due-indexes.js';

const runningTerms = record({
  principalFen: fields.fen,
  annualRate: fields.text,
  method: oneOf(REPAYMENT_METHODS),
  maturesOn: fields.date,
});

export const amendmentCollection = defineCollection({
  name: 'contract_amendments',
  fields: {
    contractId: fields.id,
    applicationId: fields.id,
    customerId: fields.id,
    salespersonId: fields.id,
    loanId: fields.id,
    no: fields.count,
    scheduleNo: fields.count,
    state: oneOf(AMENDMENT_STATES),
    history: { type: [actOf({ state: oneOf(AMENDMENT_STATES) })], required: true },
    before: { type: runningTerms, required: true },
    after: { type: runningTerms, required: true },
    effectiveOn: fields.date,
    textVersion: fields.text,
    clauses: { type: [record({ key: fields.text, title: fields.text, text: fields.text })], required: true },
    textHash: fields.text,
    openedAt: fields.instant,
    signDueAt: fields.optionalInstant,
    acknowledgement: { type: actOf({ textHash: fields.text, readingSeconds: fields.count }), default: null },
    signature: {
      type: actOf({ fileId: fields.id, sha256: fields.text, sizeBytes: fields.count, signedOn: fields.date }),
      default: null,
    },
  },
  indexes: [
    {
      name: 'schedule',
      keys: { contractId: 1, scheduleNo: -1 },
      why: 'one agreement for each restructuring, however often it is told; the agreements of a contract, latest first',
      options: { unique: true },
    },
    ...dueIndexes({ field: 'signDueAt', type: 'date', owner: 'salespersonId', what: 'agreements to sign' }),
    {
      name: 'own',
      keys: { salespersonId: 1, state: 1, _id: -1 },
      why: 'the own agreements by state, newest first',
    },
    { name: 'ownNewest', keys: { salespersonId: 1, _id: -1 }, why: 'the own agreements of every state, newest first' },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'the agreements of a customer: they go with him' },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'all agreements of a state, newest first, for who sees all' },
  ],
});
