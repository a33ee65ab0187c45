import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { BUSINESS_FIGURES } from '../../domain/after-loan/business-change.js';
import { optionalCount } from '../stored-shapes.js';

const figures = record({
  annualRevenueFen: fields.optionalFen,
  staff: optionalCount,
  stockFen: fields.optionalFen,
  debtFen: fields.optionalFen,
  collateralFen: fields.optionalFen,
});

export const businessChangeCollection = defineCollection({
  name: 'business_changes',
  fields: {
    applicationId: fields.id,
    customerId: fields.id,
    salespersonId: fields.id,
    observedOn: fields.date,
    before: { type: figures, required: true },
    after: { type: figures, required: true },
    worsened: { type: [record({ figure: oneOf(BUSINESS_FIGURES), percent: fields.count })], required: true },
    note: fields.optionalText,
    warningId: fields.optionalText,
    recordedBy: fields.id,
    recordedAt: fields.instant,
  },
  indexes: [
    { name: 'application', keys: { applicationId: 1, _id: -1 }, why: 'the changes on an application, newest first; what was known before' },
  ],
});
