import { DECISION_RESULTS } from '@weilend/contracts';
import { defineCollection, fields, oneOf, record } from '@weilend/mongo';

/** What sales and approval said of an application, kept as facts that only grow. */
export const applicationFactsCollection = defineCollection({
  name: 'application_facts',
  fields: {
    withdrawal: { type: record({ at: fields.instant, reason: fields.text }), default: null },
    decisions: {
      type: [
        record({
          decisionId: fields.text,
          result: oneOf(DECISION_RESULTS),
          reportId: fields.text,
          decidedOn: fields.date,
          validUntil: fields.optionalDate,
        }),
      ],
      required: true,
    },
  },
});

/** Limits of a product, latest version seen. */
export const productLimitsCollection = defineCollection({
  name: 'product_limits',
  fields: {
    productVersion: fields.count,
    minAmountFen: fields.fen,
    maxAmountFen: fields.fen,
    minTermMonths: fields.count,
    maxTermMonths: fields.count,
  },
});

/** Related parties by finance's register: who is one risk with whom. Id is the group's. */
export const borrowerGroupCollection = defineCollection({
  name: 'borrower_groups',
  fields: { customerIds: fields.texts },
  indexes: [{ name: 'customers', keys: { customerIds: 1 }, why: 'who is one risk with a borrower' }],
});

/** Loans that finance paid out, for the exposure view of a report. */
export const loanExposureCollection = defineCollection({
  name: 'loan_exposures',
  fields: {
    applicationId: fields.id,
    customerId: fields.id,
    amountFen: fields.fen,
    disbursedOn: fields.date,
    /** Principal that is still owed, as finance last told. */
    outstandingFen: fields.fen,
    /** Business date of that word. */
    toldOn: fields.optionalDate,
    firstDueOn: fields.optionalDate,
    overdueSince: fields.optionalDate,
    agesOn: fields.optionalDate,
    reversedOn: fields.optionalDate,
  },
  indexes: [
    { name: 'customer', keys: { customerId: 1 }, why: 'what a customer has had from the company' },
    { name: 'application', keys: { applicationId: 1 }, why: 'the loan behind an alert about its application' },
    {
      name: 'ages',
      keys: { agesOn: 1 },
      why: 'late loans whose days have to be counted; only those are in it',
      options: { partialFilterExpression: { agesOn: { $type: 'string' } } },
    },
  ],
});
