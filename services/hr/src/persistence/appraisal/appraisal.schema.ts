import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { FACT_KINDS } from '../../domain/appraisal/indicator.js';

export const appraisalFactCollection = defineCollection({
  name: 'appraisal_facts',
  fields: {
    employeeId: fields.text,
    quarter: fields.text,
    kind: oneOf(FACT_KINDS),
    aboutId: fields.text,
    value: { type: Number, required: true },
    marked: fields.flag,
    occurredOn: fields.date,
  },
  indexes: [
    { name: 'person', keys: { employeeId: 1, quarter: 1, kind: 1 }, why: 'the figures of a sheet and their drill-down' },
    { name: 'about', keys: { aboutId: 1 }, why: 'the loan whose payment is taken back' },
  ],
});

export const appraisalSchemeCollection = defineCollection({
  name: 'appraisal_schemes',
  fields: { fromQuarter: fields.text, lines: fields.json },
  indexes: [
    { name: 'quarter', keys: { fromQuarter: -1 }, why: 'the scheme of a quarter; one per first quarter', options: { unique: true } },
  ],
});

export const appraisalSheetCollection = defineCollection({
  name: 'appraisal_sheets',
  fields: {
    employeeId: fields.text,
    quarter: fields.text,
    schemeId: fields.text,
    state: oneOf(['OPEN', 'CLOSED']),
    openedOn: fields.date,
    closedOn: fields.optionalDate,
    figures: fields.optionalJson,
    total: { type: Number, default: null },
    lines: fields.json,
  },
  indexes: [
    { name: 'oneSheet', keys: { employeeId: 1, quarter: 1 }, why: 'one sheet per person and quarter [5.5]', options: { unique: true } },
    { name: 'quarter', keys: { quarter: 1, _id: 1 }, why: 'the sheets of a quarter' },
  ],
});
