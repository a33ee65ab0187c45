import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { LOAN_CLASSES } from '../domain/arrears/loan-class.js';
import { BUCKETS } from '../domain/arrears/past-due.js';
import { LOAN_USES } from '../domain/exposure/loan-use.js';
import { LOAN_STATES } from '../domain/loan/loan.machine.js';
import { COUNTS, METHODS, ROUNDINGS } from '../domain/schedule/terms.js';
import { instalmentRecord, list, loanFeeRecord } from './shared-records.js';

export const loanCollection = defineCollection({
  name: 'loans',
  fields: {
    state: oneOf(LOAN_STATES),
    contractId: fields.id,
    applicationId: fields.id,
    customerId: fields.id,
    salespersonId: fields.id,
    disbursementId: fields.id,
    productId: fields.id,
    productVersion: fields.count,
    principalFen: fields.fen,
    annualRate: fields.text,
    termMonths: fields.count,
    method: oneOf(METHODS),
    loanUse: oneOf(LOAN_USES),
    dayCount: oneOf(COUNTS),
    rounding: oneOf(ROUNDINGS),
    disbursedOn: fields.date,
    fees: list(loanFeeRecord),
    rows: list(instalmentRecord),
    outstandingFen: fields.fen,
    creditFen: fields.fen,
    receivedFen: fields.fen,
    settledOn: fields.optionalDate,
    penaltyRate: fields.text,
    uncutPenaltyRate: fields.text,
    /** Fen x days: whole, and within what a double holds exactly. */
    overdueFenDays: fields.fen,
    agedOn: fields.date,
    penaltyPaidFen: fields.fen,
    overdueSince: fields.optionalDate,
    bucket: oneOf(BUCKETS),
    loanClass: oneOf(LOAN_CLASSES),
    manualClass: { type: String, default: null, enum: [...LOAN_CLASSES, null] },
    provisionFen: fields.fen,
    nextChangeOn: fields.optionalDate,
    part: fields.count,
    chain: { type: record({ no: fields.count, hash: fields.optionalText }), required: true },
  },
  indexes: [
    { name: 'contract', keys: { contractId: 1 }, why: 'one loan per contract, whatever races [4.19]', options: { unique: true } },
    { name: 'application', keys: { applicationId: 1 }, why: 'the loan of an application', options: { unique: true } },
    { name: 'dayEnd', keys: { part: 1, nextChangeOn: 1 }, why: 'the loans that a day end can change, part by part' },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'the loans of a borrower' },
    { name: 'salesperson', keys: { salespersonId: 1, _id: -1 }, why: 'the loans that a salesperson may see' },
  ],
});
