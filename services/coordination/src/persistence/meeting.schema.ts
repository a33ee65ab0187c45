import { DEPARTMENTS } from '@weilend/kernel';
import { defineCollection, fields, oneOf, record } from '@weilend/mongo';

const attendance = record({ employeeId: fields.text, department: oneOf(DEPARTMENTS) });
const minutes = record({
  businessProgress: fields.text,
  riskSituation: fields.text,
  financialArrangement: fields.text,
  legalCompliance: fields.text,
  recordedBy: fields.text,
  recordedAt: fields.instant,
});
const resolution = record({
  id: fields.text,
  text: fields.text,
  department: oneOf(DEPARTMENTS),
  ownerId: fields.optionalText,
  dueOn: fields.date,
  state: oneOf(['OPEN', 'DONE', 'WITHDRAWN']),
  handoffId: fields.text,
  outcome: fields.optionalText,
});

const duty = record({ handoffId: fields.text, dueAt: fields.instant });

export const meetingCollection = defineCollection({
  name: 'meetings',
  fields: {
    state: oneOf(['CONVENED', 'HELD', 'MINUTED', 'CLOSED', 'CANCELLED']),
    cause: oneOf([
      'HANDOFF_OVERDUE',
      'HIGH_RISK_ALERT',
      'MISUSE_OF_FUNDS',
      'MAJOR_AMOUNT',
      'SEVERE_VIOLATION',
      'DISAGREEMENT',
      'PLANNED',
      'SERIES',
    ]),
    causeKey: fields.text,
    title: fields.text,
    agenda: fields.texts,
    departments: { type: [{ type: String, enum: [...DEPARTMENTS] }], required: true },
    participants: fields.texts,
    subject: fields.optionalText,
    handoffId: fields.optionalText,
    convenedAt: fields.instant,
    convenedBy: fields.text,
    startsAt: fields.instant,
    endsAt: fields.instant,
    attendance: { type: [attendance], required: true },
    minutes: { type: minutes, default: null },
    resolutions: { type: [resolution], required: true },
    duty: { type: duty, default: null },
    cancelledReason: fields.optionalText,
    closedAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'cause', keys: { causeKey: 1 }, why: 'one meeting per cause, whatever arrives twice', options: { unique: true } },
    { name: 'subject', keys: { subject: 1 }, why: 'the meetings of an application' },
    { name: 'handoff', keys: { handoffId: 1 }, why: 'the meetings about a handoff' },
    { name: 'slot', keys: { state: 1, startsAt: 1 }, why: 'what is taken when a slot is looked for; what is missed or unminuted' },
    { name: 'ended', keys: { state: 1, endsAt: 1 }, why: 'whose end has come; the next end that the clock stops at' },
    { name: 'invited', keys: { participants: 1, startsAt: -1 }, why: 'the calendar of a person' },
  ],
});
