import { defineCollection, fields, record } from '@weilend/mongo';
import { list, scheduleRowRecord, termsRecord } from './shared-records.js';

const itemRecord = record({ name: fields.text, way: fields.text, standard: fields.text, payee: fields.text, amountFen: fields.fen });

const contingentRecord = record({
  name: fields.text,
  standard: fields.text,
  annualRate: fields.text,
  uncutAnnualRate: fields.optionalText,
  exampleFen: fields.fen,
});

/** Immutable: rows are only ever added. The hash covers everything that the borrower was shown. */
export const costSheetCollection = defineCollection({
  name: 'cost_sheets',
  fields: {
    contractId: fields.id,
    applicationId: fields.id,
    /** Owner of the application; scopes who may see the sheet. */
    salespersonId: fields.optionalText,
    terms: { type: termsRecord, required: true },
    productVersion: fields.count,
    startOn: fields.date,
    items: list(itemRecord),
    totalCostFen: fields.fen,
    annualCostCompound: fields.text,
    annualCostSimple: fields.text,
    measure: fields.text,
    contingent: list(contingentRecord),
    statement: fields.text,
    rows: list(scheduleRowRecord),
    termsHash: fields.text,
    hash: fields.text,
    issuedAt: fields.instant,
  },
  indexes: [
    { name: 'content', keys: { contractId: 1, hash: 1 }, why: 'the same sheet is issued once for a contract', options: { unique: true } },
    { name: 'application', keys: { applicationId: 1 }, why: 'the sheets of an application' },
  ],
});
