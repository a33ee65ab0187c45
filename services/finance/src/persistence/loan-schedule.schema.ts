import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { SCHEDULE_CAUSES } from '../domain/loan/schedule-version.js';
import { METHODS } from '../domain/schedule/terms.js';
import { list, restructureTermsRecord, scheduleRowRecord } from './shared-records.js';

const policyRecord = record({ maxCount: fields.count, observationMonths: fields.count });

const restructureRecord = record({
  terms: { type: restructureTermsRecord, required: true },
  policy: { type: policyRecord, required: true },
});

/** Every schedule that a loan ever had, under `<loan>:<no>`; the first is written when a second one comes. A version is never changed. */
export const loanScheduleCollection = defineCollection({
  name: 'loan_schedules',
  fields: {
    loanId: fields.id,
    no: fields.count,
    cause: oneOf(SCHEDULE_CAUSES),
    effectiveOn: fields.date,
    annualRate: fields.text,
    penaltyRate: fields.text,
    uncutPenaltyRate: fields.text,
    method: oneOf(METHODS),
    restructure: { type: restructureRecord, default: null },
    rows: list(scheduleRowRecord),
    madeAt: fields.instant,
  },
  indexes: [{ name: 'loan', keys: { loanId: 1, no: 1 }, why: 'the versions of a loan, each number once', options: { unique: true } }],
});
