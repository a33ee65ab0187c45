import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { METHODS } from '../domain/schedule/terms.js';
import { chargedFeeRecord, list, scheduleRowRecord } from './shared-records.js';

/** One quote per proposal and method; a later `issue-quote` for the proposal supersedes the earlier ones. */
export const quoteCollection = defineCollection({
  name: 'quotes',
  fields: {
    proposalId: fields.id,
    handoffId: fields.id,
    current: fields.flag,
    productId: fields.id,
    productVersion: fields.count,
    method: oneOf(METHODS),
    amountFen: fields.fen,
    termMonths: fields.count,
    annualRate: fields.text,
    startOn: fields.date,
    termsHash: fields.text,
    rows: list(scheduleRowRecord),
    fees: list(chargedFeeRecord),
    totalInterestFen: fields.fen,
    totalFeesFen: fields.fen,
    totalCostFen: fields.fen,
    annualCostCompound: fields.text,
    annualCostSimple: fields.text,
    withinCap: fields.flag,
    issuedAt: fields.instant,
  },
  indexes: [
    { name: 'proposal', keys: { proposalId: 1, current: 1 }, why: 'the quotes that a proposal shows' },
    { name: 'once', keys: { handoffId: 1, method: 1 }, why: 'one quote per request and method', options: { unique: true } },
  ],
});
