import { DEPARTMENTS } from '@weilend/kernel';
import { defineCollection, fields, oneOf, record } from '@weilend/mongo';

const recurrence = record({
  kind: oneOf(['WEEKLY', 'MONTHLY_WORKING_DAY', 'MONTHLY_LAST_WORKING_DAY', 'EVERY_WORKING_DAYS']),
  number: { type: Number, default: null },
});

export const meetingSeriesCollection = defineCollection({
  name: 'meeting_series',
  fields: {
    state: oneOf(['ACTIVE', 'ENDED']),
    title: fields.text,
    agenda: fields.texts,
    departments: { type: [{ type: String, enum: [...DEPARTMENTS] }], required: true },
    recurrence: { type: recurrence, required: true },
    startTime: fields.text,
    durationMinutes: fields.count,
    activeFrom: fields.date,
    activeUntil: fields.optionalDate,
    startedBy: fields.text,
    startedAt: fields.instant,
    endedAt: fields.optionalInstant,
    endedReason: fields.optionalText,
    doneThrough: fields.optionalDate,
  },
  indexes: [
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the job asks for the active ones' },
    { name: 'department', keys: { departments: 1, state: 1, _id: -1 }, why: 'the series of a department' },
  ],
});
