import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { LOAN_CLASSES } from '../domain/arrears/loan-class.js';
import { BUCKETS } from '../domain/arrears/past-due.js';
import { HOLIDAY_RULES } from '../domain/product/servicing-rules.js';
import { LOAN_USES } from '../domain/exposure/loan-use.js';
import { LOAN_STATES } from '../domain/loan/loan.machine.js';
import { COUNTS, METHODS, MONTH_ENDS, ROUNDINGS } from '../domain/schedule/terms.js';
import { instalmentRecord, list, loanFeeRecord } from './shared-records.js';

const servicingRecord = record({
  holidayRule: oneOf(HOLIDAY_RULES),
  graceDays: fields.count,
  allocationOrder: fields.texts,
  earlyRepaymentFeeRate: fields.text,
});

const extensionRecord = record({ dueOn: fields.date, until: fields.date });

const writeOffRecord = record({
  on: fields.date,
  ...{ principalFen: fields.fen, feesFen: fields.fen, interestIncomeFen: fields.fen, penaltyIncomeFen: fields.fen, usedFen: fields.fen },
});

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
    monthEnd: oneOf(MONTH_ENDS),
    instalmentMultipleFen: fields.fen,
    servicing: { type: servicingRecord, required: true },
    extensions: list(extensionRecord),
    disbursedOn: fields.date,
    scheduleNo: fields.count,
    scheduleFrom: fields.date,
    firstDueOn: fields.date,
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
    penaltyBeforeFen: fields.fen,
    penaltyCutBeforeFen: fields.fen,
    penaltyPaidFen: fields.fen,
    overdueSince: fields.optionalDate,
    bucket: oneOf(BUCKETS),
    loanClass: oneOf(LOAN_CLASSES),
    manualClass: { type: String, default: null, enum: [...LOAN_CLASSES, null] },
    restructures: fields.count,
    watchUntil: fields.optionalDate,
    writeOff: { type: writeOffRecord, default: null },
    provisionFen: fields.fen,
    nextChangeOn: fields.optionalDate,
    part: fields.count,
    /** Made of the rows by the repository: the loan is late on every later day (`domain/collection/overdue-amounts.ts`). */
    oldestOwedOn: fields.optionalDate,
    chain: { type: record({ no: fields.count, hash: fields.optionalText }), required: true },
  },
  indexes: [
    { name: 'contract', keys: { contractId: 1 }, why: 'one loan per contract, whatever races [4.19]', options: { unique: true } },
    { name: 'application', keys: { applicationId: 1 }, why: 'the loan of an application', options: { unique: true } },
    { name: 'dayEnd', keys: { part: 1, nextChangeOn: 1 }, why: 'the loans that a day end can change, part by part' },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'the loans of a borrower' },
    { name: 'late', keys: { oldestOwedOn: 1, _id: 1 }, why: 'late loans, the latest first; whether one is late today' },
    { name: 'lateByAmount', keys: { outstandingFen: -1, _id: 1, oldestOwedOn: 1 }, why: 'late loans, the greatest first' },
    {
      name: 'portfolio',
      keys: { state: 1, loanClass: 1, bucket: 1, outstandingFen: 1, provisionFen: 1 },
      why: 'balances by class and bucket, counted from the index alone',
    },
    { name: 'cohort', keys: { disbursedOn: 1, state: 1, principalFen: 1 }, why: 'loans by month of payment, counted from the index alone' },
    {
      name: 'firstDue',
      keys: { firstDueOn: 1, state: 1 },
      why: 'loans whose first instalment has fallen due, counted from the index alone',
    },
    { name: 'salesperson', keys: { salespersonId: 1, _id: -1 }, why: 'the loans that a salesperson may see' },
  ],
});
