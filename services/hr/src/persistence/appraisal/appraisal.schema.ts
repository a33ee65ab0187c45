import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { FACT_KINDS } from '../../domain/appraisal/indicator.js';
import { STEP_NOTICES } from '../../domain/appraisal/sheet.js';

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
    detail: fields.optionalText,
    belongsTo: fields.optionalText,
  },
  indexes: [
    {
      name: 'tally',
      keys: { employeeId: 1, kind: 1, quarter: 1, value: 1, marked: 1, detail: 1 },
      why: 'the figures of many people are counted from the index alone',
    },
    { name: 'drill', keys: { employeeId: 1, kind: 1, _id: 1 }, why: 'the facts behind an indicator, page by page' },
    {
      name: 'oneDeadline',
      keys: { aboutId: 1, kind: 1, occurredOn: 1 },
      why: 'a deadline is due once and kept once, whoever tells it',
      options: { unique: true, partialFilterExpression: { kind: { $in: ['DEADLINE_DUE', 'DEADLINE_KEPT'] } } },
    },
    { name: 'person', keys: { employeeId: 1, quarter: 1, kind: 1 }, why: 'the figures of a sheet and their drill-down' },
    { name: 'about', keys: { aboutId: 1 }, why: 'the loan whose payment is taken back' },
  ],
});

export const appraisalSchemeCollection = defineCollection({
  name: 'appraisal_schemes',
  fields: {
    fromQuarter: fields.text,
    lines: fields.json,
    gates: fields.optionalJson,
    adjustmentLimit: { type: Number, default: null },
    state: { type: String, default: 'PUBLISHED', enum: ['PROPOSED', 'PUBLISHED'] },
    proposedBy: fields.optionalText,
    approvedBy: fields.optionalText,
  },
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
    gates: fields.optionalJson,
    cycle: fields.optionalJson,
    dueAt: fields.optionalInstant,
    notice: { type: String, default: null, enum: [...STEP_NOTICES, null] },
    noticeAt: fields.optionalInstant,
  },
  indexes: [
    {
      name: 'due',
      keys: { dueAt: 1, _id: 1 },
      why: 'what is owed on sheets, most overdue first',
      options: { partialFilterExpression: { dueAt: { $type: 'date' } } },
    },
    {
      name: 'notice',
      keys: { noticeAt: 1 },
      why: 'of whose step to tell next [5.5]',
      options: { partialFilterExpression: { noticeAt: { $type: 'date' } } },
    },
    { name: 'oneSheet', keys: { employeeId: 1, quarter: 1 }, why: 'one sheet per person and quarter [5.5]', options: { unique: true } },
    { name: 'quarter', keys: { quarter: 1, _id: 1 }, why: 'the sheets of a quarter' },
    { name: 'open', keys: { quarter: 1, state: 1, _id: 1 }, why: 'the sheets of a quarter that are still to be closed' },
  ],
});

export const appraisalQuarterCollection = defineCollection({
  name: 'appraisal_quarters',
  fields: {
    quarter: fields.text,
    state: oneOf(['OPEN', 'CLOSING', 'CLOSED']),
    sheets: fields.count,
    done: fields.count,
    startedBy: fields.optionalText,
    startedAt: fields.optionalInstant,
    closedOn: fields.optionalDate,
  },
  indexes: [
    { name: 'oneQuarter', keys: { quarter: 1 }, why: 'a quarter is closed once, whatever races [5.5]', options: { unique: true } },
    { name: 'state', keys: { state: 1, quarter: 1 }, why: 'the quarters that are being closed' },
  ],
});
