import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { REMINDER_KINDS, REMINDER_LEVELS } from '../../domain/reminder/training-reminder.js';

export const trainingReminderCollection = defineCollection({
  name: 'training_reminders',
  fields: {
    key: fields.text,
    kind: oneOf(REMINDER_KINDS),
    about: fields.id,
    level: oneOf(REMINDER_LEVELS),
    employeeId: fields.id,
    escalated: fields.flag,
    dueOn: fields.date,
    raisedAt: fields.instant,
    endedAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'key', keys: { key: 1 }, why: 'each is said once, whoever runs the pass', options: { unique: true } },
    { name: 'person', keys: { employeeId: 1, endedAt: 1, _id: -1 }, why: "a person's open reminders, newest first" },
    { name: 'about', keys: { about: 1, endedAt: 1 }, why: 'what was said of one thing and has not ended' },
    { name: 'open', keys: { endedAt: 1, _id: 1 }, why: 'those that may have ended' },
  ],
});
