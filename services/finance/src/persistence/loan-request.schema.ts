import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { LOAN_CLASSES } from '../domain/arrears/loan-class.js';
import { LOAN_REQUEST_STATES } from '../domain/loan-request/loan-request.machine.js';
import { LOAN_REQUEST_KINDS } from '../domain/loan-request/loan-request.js';
import { restructureTermsRecord } from './shared-records.js';

const changeRecord = record({
  kind: oneOf(LOAN_REQUEST_KINDS),
  terms: { type: restructureTermsRecord },
  loanClass: { type: String, enum: LOAN_CLASSES },
});

const decisionRecord = record({ by: fields.id, at: fields.instant, note: { type: String, default: '' } });

export const loanRequestCollection = defineCollection({
  name: 'loan_requests',
  fields: {
    state: oneOf(LOAN_REQUEST_STATES),
    loanId: fields.id,
    applicationId: fields.id,
    salespersonId: fields.id,
    change: { type: changeRecord, required: true },
    reason: fields.text,
    proposedBy: fields.id,
    proposedAt: fields.instant,
    decision: { type: decisionRecord, default: null },
    measureWorkId: fields.optionalText,
  },
  indexes: [
    {
      name: 'open',
      keys: { loanId: 1, 'change.kind': 1 },
      why: 'one open request of a kind per loan, whatever races',
      options: { unique: true, partialFilterExpression: { state: 'OPEN' } },
    },
    { name: 'loan', keys: { loanId: 1, _id: 1 }, why: 'the requests of a loan' },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'what waits for a decision' },
    { name: 'salesperson', keys: { salespersonId: 1, _id: -1 }, why: 'the requests that a salesperson may see' },
  ],
});
