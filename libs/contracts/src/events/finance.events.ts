import { z } from 'zod';
import { defineEvents } from '../define.js';
import { customerTypeField, dateField, fenField, hashField, id, methodField, purposeField, rateField, termsFields } from '../fields.js';

/** A fee of the published list (收费项目); nothing else may be charged [7.10]. */
export const feeField = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['FIXED', 'RATE_OF_PRINCIPAL']),
  /** Fen for FIXED. */
  amountFen: fenField.nullable(),
  /** Fraction of the principal for RATE_OF_PRINCIPAL. */
  rate: rateField.nullable(),
  payee: z.string(),
});
export type PublishedFee = z.infer<typeof feeField>;

export const DAY_COUNTS = ['PERIODIC', 'THIRTY_360', 'ACTUAL_360', 'ACTUAL_364', 'ACTUAL_365', 'ACTUAL_ACTUAL'] as const;

/** Not late; 1 to 29 days; 30 to 89; 90 and more. */
export const OVERDUE_BUCKETS = ['CURRENT', 'M1', 'M2_M3', 'M4_PLUS'] as const;
/** 正常, 关注, 次级, 可疑, 损失. */
export const LOAN_CLASSES = ['PASS', 'SPECIAL_MENTION', 'SUBSTANDARD', 'DOUBTFUL', 'LOSS'] as const;

export const productFields = {
  productId: id('prd'),
  version: z.int().min(1),
  code: z.string(),
  name: z.string(),
  customerTypes: z.array(customerTypeField),
  purposes: z.array(purposeField),
  methods: z.array(methodField),
  minAmountFen: fenField,
  maxAmountFen: fenField,
  minTermMonths: z.int(),
  maxTermMonths: z.int(),
  annualRate: rateField,
  dayCount: z.enum(DAY_COUNTS),
  /** Penalty rate as a multiple of the contract rate, as the cost sheets of this version say it. */
  penaltyFactor: rateField.optional(),
  fees: z.array(feeField),
  effectiveFrom: dateField,
};

export const financeEvents = defineEvents({
  'finance.product-published.v1': {
    subject: 'prd',
    to: ['sales', 'risk', 'approval', 'training'],
    description: 'A version of a loan product with its price, limits and fee list is in force from a date.',
    data: z.object(productFields),
  },
  'finance.quote-issued.v1': {
    subject: 'prp',
    to: ['sales'],
    description: 'Quotes for a proposal: one per suitable method, each with its schedule, total and annual cost.',
    data: z.object({
      proposalId: id('prp'),
      quotes: z.array(
        z.object({
          quoteId: id('quo'),
          method: methodField,
          termsHash: hashField,
          totalInterestFen: fenField,
          totalFeesFen: fenField,
          firstInstalmentFen: fenField,
          annualCostCompound: rateField,
          withinCap: z.boolean(),
        }),
      ),
    }),
  },
  'finance.cost-sheet-issued.v1': {
    subject: 'app',
    to: ['sales'],
    description: 'The comprehensive financing cost sheet (综合融资成本明示表) for exactly these terms is issued and immutable.',
    data: z.object({
      costSheetId: id('cst'),
      contractId: id('con'),
      applicationId: id('app'),
      hash: hashField,
      termsHash: hashField,
      annualCostCompound: rateField,
    }),
  },
  'finance.loan-disbursed.v1': {
    subject: 'app',
    to: ['sales', 'risk', 'hr', 'compliance'],
    description: 'The contract amount was paid out, once, to the borrower; the loan runs.',
    data: z.object({
      loanId: id('lon'),
      disbursementId: id('dis'),
      contractId: id('con'),
      applicationId: id('app'),
      customerId: id('cus'),
      salespersonId: id('emp'),
      ...termsFields,
      disbursedOn: dateField,
      firstDueOn: dateField,
      firstLoanOfCustomer: z.boolean(),
    }),
  },
  'finance.disbursement-reversed.v1': {
    subject: 'app',
    to: ['sales', 'risk', 'hr'],
    description:
      'A payment was taken back after it was made (放款冲正): the bank returned it or it was paid in error; the loan is no more.',
    data: z.object({
      loanId: id('lon'),
      disbursementId: id('dis'),
      contractId: id('con'),
      applicationId: id('app'),
      customerId: id('cus'),
      salespersonId: id('emp'),
      amountFen: fenField.positive(),
      cause: z.enum(['BANK_RETURNED', 'PAID_IN_ERROR']),
      reversedOn: dateField,
    }),
  },
  'finance.disbursement-cancelled.v1': {
    subject: 'app',
    to: ['sales'],
    description: 'A signed contract was cancelled before any money left.',
    data: z.object({ applicationId: id('app'), contractId: id('con'), reason: z.string() }),
  },
  'finance.cancellation-refused.v1': {
    subject: 'app',
    to: ['sales'],
    description: 'Money was already on its way or out: the loan stands and can only be repaid.',
    data: z.object({ applicationId: id('app'), contractId: id('con'), reason: z.string() }),
  },
  'finance.repayment-recorded.v1': {
    subject: 'lon',
    to: ['sales', 'hr', 'risk'],
    description: 'A repayment was posted once, by its channel transaction id.',
    data: z.object({
      loanId: id('lon'),
      applicationId: id('app'),
      repaymentId: id('rpm'),
      principalFen: fenField,
      interestFen: fenField,
      creditFen: fenField,
      /** Published fees that fell due on payment. */
      feeFen: fenField.optional(),
      /** Penalty of what was late. */
      penaltyFen: fenField.optional(),
      /** Credit of earlier payments that was used: principal + interest + fees + credit = amount + credit used. */
      creditUsedFen: fenField.optional(),
      outstandingPrincipalFen: fenField,
      /** What is late after it, with fees and penalty; 0 when nothing is. */
      overdueFen: fenField.optional(),
      /** Nothing is left to pay: the loan has ended. */
      settled: z.boolean().optional(),
      paidOn: dateField,
    }),
  },
  'finance.repayment-reversed.v1': {
    subject: 'lon',
    to: ['sales', 'risk', 'hr'],
    description: 'A repayment was taken back (冲正); what was paid after it is spread anew.',
    data: z.object({
      loanId: id('lon'),
      applicationId: id('app'),
      repaymentId: id('rpm'),
      outstandingPrincipalFen: fenField,
      /** Nothing is left to pay all the same: the loan stays ended. */
      settled: z.boolean().optional(),
      reversedOn: dateField.optional(),
    }),
  },
  'finance.loan-restructured.v1': {
    subject: 'lon',
    to: ['sales', 'hr'],
    description: 'What is still owed runs on a new schedule (重组); the old one is kept as a version.',
    data: z.object({
      loanId: id('lon'),
      applicationId: id('app'),
      customerId: id('cus'),
      salespersonId: id('emp'),
      scheduleNo: z.int().min(2),
      effectiveOn: dateField,
      maturesOn: dateField,
      annualRate: rateField,
      method: methodField,
      outstandingPrincipalFen: fenField,
    }),
  },
  'finance.loan-written-off.v1': {
    subject: 'lon',
    to: ['hr'],
    description: 'The loan left the books (核销); the borrower still owes it, and what comes in is recovery.',
    data: z.object({
      loanId: id('lon'),
      applicationId: id('app'),
      customerId: id('cus'),
      salespersonId: id('emp'),
      writtenOffOn: dateField,
      principalFen: fenField,
    }),
  },
  'finance.borrower-group-changed.v1': {
    subject: 'grp',
    to: ['risk'],
    description: 'Related parties (关联方) who share one limit: all who are in the group now.',
    data: z.object({ groupId: id('grp'), customerIds: z.array(id('cus')) }),
  },
  'finance.payee-account-added.v1': {
    subject: 'cus',
    to: ['risk'],
    description: 'A customer who had an account for his payments named another one (变更收款账户); the account itself stays in finance.',
    data: z.object({ customerId: id('cus'), payeeAccountId: id('acc'), accountsBefore: z.int().min(1), addedOn: dateField }),
  },
  'finance.promise-broken.v1': {
    subject: 'lon',
    to: ['risk'],
    description: 'The day of a promise to pay has passed and the money did not come in, or not all of it.',
    data: z.object({
      loanId: id('lon'),
      applicationId: id('app'),
      customerId: id('cus'),
      salespersonId: id('emp'),
      promiseId: id('ptp'),
      amountFen: fenField,
      receivedFen: fenField,
      byOn: dateField,
      daysPastDue: z.int().min(0),
      /** Promises of this loan that were broken, this one included. */
      brokenPromises: z.int().min(1),
    }),
  },
  'finance.day-ended.v1': {
    subject: 'day',
    to: ['hr'],
    description: 'A business day was ended: every loan was looked at, and what its end found was announced before [4.19].',
    data: z.object({ businessDate: dateField }),
  },
  'finance.loan-status-changed.v1': {
    subject: 'lon',
    to: ['sales', 'risk', 'hr'],
    description:
      'A day end or a person’s judgement found a loan newly late, worse, better or cured: its bucket or its class is another one.',
    data: z.object({
      loanId: id('lon'),
      applicationId: id('app'),
      customerId: id('cus'),
      salespersonId: id('emp'),
      businessDate: dateField,
      daysPastDue: z.int().min(0),
      bucket: z.enum(OVERDUE_BUCKETS),
      previousBucket: z.enum(OVERDUE_BUCKETS),
      loanClass: z.enum(LOAN_CLASSES),
      previousClass: z.enum(LOAN_CLASSES),
      outstandingPrincipalFen: fenField,
    }),
  },
});
