import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { LEVEL_CAUSES } from '../../domain/career/standing.js';
import { LEVELS, TRAINING_TOPICS } from '../../domain/career/ladder.js';
import { TRAINING_REASONS, TRAINING_STATES } from '../../domain/career/training-request.js';

const ofType = (field: string, type: string) => ({ partialFilterExpression: { [field]: { $type: type } } });

export const careerLadderCollection = defineCollection({
  name: 'career_ladders',
  fields: {
    effectiveFrom: fields.date,
    levels: fields.json,
    reason: fields.text,
    publishedBy: fields.text,
    approvedBy: fields.optionalText,
  },
  indexes: [
    {
      name: 'inForce',
      keys: { effectiveFrom: -1 },
      why: 'the ladder in force on a day; one is approved from each day on, whatever races',
      options: { unique: true, ...ofType('approvedBy', 'string') },
    },
    { name: 'published', keys: { effectiveFrom: -1, _id: -1 }, why: 'all ladders, the latest first, page by page [6.10]' },
  ],
});

export const careerStandingCollection = defineCollection({
  name: 'career_standings',
  fields: {
    level: oneOf(LEVELS),
    since: fields.date,
    history: {
      type: [record({ level: oneOf(LEVELS), since: fields.date, cause: oneOf(LEVEL_CAUSES), note: fields.optionalText, by: fields.text })],
      required: true,
    },
    asked: { type: record({ level: oneOf(LEVELS), reason: fields.text, by: fields.text }), default: null },
    active: fields.flag,
    managerId: fields.optionalText,
    lastTalkOn: fields.optionalDate,
    talkDueOn: fields.optionalDate,
    notice: { type: String, default: null, enum: ['COMING', 'OVERDUE', null] },
    noticeOn: fields.optionalDate,
  },
  indexes: [
    { name: 'people', keys: { active: 1, _id: 1 }, why: 'who may be promoted, page by page' },
    { name: 'level', keys: { active: 1, level: 1, _id: 1 }, why: 'who may be promoted from one level' },
    { name: 'due', keys: { talkDueOn: 1, _id: 1 }, why: 'talks that are due, of everybody [6.12]', options: ofType('talkDueOn', 'string') },
    {
      name: 'managerDue',
      keys: { managerId: 1, talkDueOn: 1, _id: 1 },
      why: 'talks that one superior owes [6.12]',
      options: ofType('talkDueOn', 'string'),
    },
    {
      name: 'asked',
      keys: { active: 1, _id: 1 },
      why: 'first levels that wait for a second person [5.7]',
      options: ofType('asked.level', 'string'),
    },
    { name: 'notice', keys: { noticeOn: 1 }, why: 'of whose talk to tell next', options: ofType('noticeOn', 'string') },
  ],
});

const remark = record({ by: fields.text, at: fields.instant, text: fields.text });

export const careerPlanCollection = defineCollection({
  name: 'career_plans',
  fields: {
    employeeId: fields.text,
    openKey: fields.optionalText,
    state: oneOf(['ACTIVE', 'ACHIEVED', 'ENDED']),
    targetLevel: oneOf(LEVELS),
    byWhen: fields.date,
    goals: {
      type: [
        record({
          text: fields.text,
          steps: { type: [record({ text: fields.text, doneOn: fields.optionalDate })], required: true },
          topics: fields.texts,
        }),
      ],
      required: true,
    },
    notes: { type: [remark], required: true },
    comments: { type: [remark], required: true },
    madeOn: fields.date,
    endedOn: fields.optionalDate,
  },
  indexes: [
    {
      name: 'openKey',
      keys: { openKey: 1 },
      why: 'one running plan a person, whatever races [6.11]',
      options: { unique: true, ...ofType('openKey', 'string') },
    },
    { name: 'person', keys: { employeeId: 1, _id: -1 }, why: 'the plans of a person, newest first' },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the running plans of the team, newest first' },
  ],
});

export const careerTalkCollection = defineCollection({
  name: 'career_talks',
  fields: {
    employeeId: fields.text,
    heldBy: fields.text,
    heldOn: fields.date,
    needs: fields.text,
    guidance: fields.text,
    support: { type: [record({ what: fields.text, dueOn: fields.optionalDate })], required: true },
    recordedAt: fields.instant,
  },
  indexes: [
    { name: 'person', keys: { employeeId: 1, heldOn: -1, _id: -1 }, why: 'the talks of a person, latest first [6.12]' },
    { name: 'heldOn', keys: { heldOn: -1, _id: -1 }, why: 'the talks of the team, latest first' },
  ],
});

export const trainingRequestCollection = defineCollection({
  name: 'training_requests',
  fields: {
    employeeId: fields.text,
    topic: { type: String, default: null, enum: [...TRAINING_TOPICS, null] },
    reason: oneOf(TRAINING_REASONS),
    aboutId: fields.text,
    handoffId: fields.text,
    state: oneOf(TRAINING_STATES),
    askedAt: fields.instant,
    answeredAt: fields.optionalInstant,
    sessionId: fields.optionalText,
    note: fields.optionalText,
  },
  indexes: [
    {
      name: 'once',
      keys: { aboutId: 1, employeeId: 1, reason: 1, topic: 1 },
      why: 'asked for once for the same thing, and what was asked for about it [5.8]',
      options: { unique: true },
    },
    { name: 'handoff', keys: { handoffId: 1 }, why: 'what the training department answered', options: { unique: true } },
    { name: 'person', keys: { employeeId: 1, _id: -1 }, why: 'what was asked for a person, newest first' },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'what waits for an answer or came back' },
  ],
});

export const trainedTopicCollection = defineCollection({
  name: 'trained_topics',
  fields: {
    employeeId: fields.text,
    topic: fields.text,
    sessionId: fields.text,
    hours: { type: Number, required: true },
    evaluatedOn: fields.date,
  },
  indexes: [
    { name: 'once', keys: { sessionId: 1, employeeId: 1 }, why: 'a training counts once a person', options: { unique: true } },
    { name: 'person', keys: { employeeId: 1, evaluatedOn: -1 }, why: 'in what a person was trained lately' },
  ],
});
