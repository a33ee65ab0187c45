import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { LIVE_STATES, ORDER_STATES } from '../domain/disbursement/order.machine.js';
import { REVERSAL_CAUSES } from '../domain/disbursement/reversal.js';
import { LOAN_USES } from '../domain/exposure/loan-use.js';
import { bankPaymentRecord, list, participantRecord, termsRecord } from './shared-records.js';

const reversalRecord = record({
  state: oneOf(['PROPOSED', 'CONFIRMED']),
  cause: oneOf(REVERSAL_CAUSES),
  reason: fields.text,
  bankReference: fields.text,
  proposedBy: fields.text,
  proposedOn: fields.date,
  confirmedBy: fields.optionalText,
  confirmedOn: fields.optionalDate,
});

const live = { state: { $in: [...LIVE_STATES] } };

export const disbursementOrderCollection = defineCollection({
  name: 'disbursement_orders',
  fields: {
    state: oneOf(ORDER_STATES),
    handoffId: fields.id,
    contractId: fields.id,
    applicationId: fields.id,
    customerId: fields.id,
    salespersonId: fields.id,
    decisionId: fields.id,
    terms: { type: termsRecord, required: true },
    purpose: fields.optionalText,
    loanUse: oneOf(LOAN_USES),
    costSheetId: fields.id,
    payeeAccountId: fields.id,
    participants: list(participantRecord),
    makerId: fields.optionalText,
    checkerId: fields.optionalText,
    payment: { type: bankPaymentRecord, required: true },
    askAt: fields.optionalInstant,
    endReason: fields.optionalText,
    loanId: fields.optionalText,
    batchId: fields.optionalText,
    reversal: { type: reversalRecord, default: null },
    openedAt: fields.instant,
  },
  indexes: [
    {
      name: 'oncePerContract',
      keys: { contractId: 1 },
      why: 'a contract is ordered and paid once, whatever races [4.19, G7]',
      options: { unique: true, partialFilterExpression: live },
    },
    {
      name: 'oncePerApplication',
      keys: { applicationId: 1 },
      why: 'one approval is paid out once, even when two contracts were signed on it [4.19, G7]',
      options: { unique: true, partialFilterExpression: live },
    },
    { name: 'application', keys: { applicationId: 1, _id: -1 }, why: 'the disbursement of an application' },
    {
      name: 'reversedBy',
      keys: { 'reversal.bankReference': 1 },
      why: 'money that came back once takes one payment back',
      options: { unique: true, partialFilterExpression: { 'reversal.bankReference': { $type: 'string' } } },
    },
    { name: 'batch', keys: { batchId: 1, state: 1 }, why: 'how far the payments of a batch are' },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the list of open work' },
    {
      name: 'due',
      keys: { askAt: 1 },
      why: 'payments that the bank is to be called for',
      options: { partialFilterExpression: { state: { $in: ['RESERVED', 'SENT'] } } },
    },
  ],
});
