import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { TRAINING_TOPICS } from '../../domain/plan/training-plan.js';
import { DIFFICULTIES, QUESTION_KINDS } from '../../domain/exam/question.js';

const content = {
  topic: oneOf(TRAINING_TOPICS),
  difficulty: oneOf(DIFFICULTIES),
  kind: oneOf(QUESTION_KINDS),
  text: fields.text,
  choices: fields.texts,
  correct: { type: [Number], required: true },
  points: fields.count,
  explanation: fields.text,
};

export const examQuestionCollection = defineCollection({
  name: 'exam_questions',
  fields: {
    ...content,
    revision: fields.count,
    state: oneOf(['ACTIVE', 'RETIRED']),
    writtenBy: fields.id,
    writtenAt: fields.instant,
    revisions: {
      type: [record({ revision: fields.count, content: { type: record(content), required: true }, by: fields.id, at: fields.instant })],
      required: true,
    },
  },
  indexes: [
    { name: 'topic', keys: { topic: 1, state: 1, _id: -1 }, why: 'the bank by topic, newest first; drawing a paper' },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the bank in use, newest first' },
  ],
});

export const examPaperCollection = defineCollection({
  name: 'exam_papers',
  fields: {
    title: fields.text,
    rules: {
      type: [
        record({
          topic: oneOf(TRAINING_TOPICS),
          difficulty: { type: String, default: null, enum: [...DIFFICULTIES, null] },
          count: fields.count,
        }),
      ],
      required: true,
    },
    minutes: fields.count,
    passPercent: fields.count,
    mostAttempts: fields.count,
    retakeAfterDays: fields.count,
    seed: fields.count,
    items: { type: [record({ questionId: fields.id, revision: fields.count, ...content })], required: true },
    totalPoints: fields.count,
    state: oneOf(['ACTIVE', 'RETIRED']),
    drawnBy: fields.id,
    drawnAt: fields.instant,
  },
  indexes: [{ name: 'state', keys: { state: 1, _id: -1 }, why: 'papers in use, newest first' }],
});

export const examAttemptCollection = defineCollection({
  name: 'exam_attempts',
  fields: {
    taskId: fields.id,
    sessionId: fields.id,
    paperId: fields.id,
    employeeId: fields.id,
    attemptNo: fields.count,
    seed: fields.count,
    items: {
      type: [
        record({
          item: fields.count,
          choices: { type: [Number], required: true },
          answer: { type: [Number], default: null },
          answeredAt: fields.optionalInstant,
        }),
      ],
      required: true,
    },
    state: oneOf(['RUNNING', 'SUBMITTED']),
    startedAt: fields.instant,
    dueAt: fields.instant,
    submittedAt: fields.optionalInstant,
    submittedBy: fields.optionalText,
    points: { type: Number, default: null },
    totalPoints: fields.count,
    passed: { type: Boolean, default: null },
  },
  indexes: [
    {
      name: 'attempt',
      keys: { taskId: 1, attemptNo: 1 },
      why: 'the attempts of an exam in order; one of each number, whatever races',
      options: { unique: true },
    },
    { name: 'due', keys: { state: 1, dueAt: 1 }, why: 'attempts whose time is over and that are not handed in' },
    { name: 'session', keys: { sessionId: 1, _id: -1 }, why: 'the results of a training, newest first' },
    { name: 'person', keys: { employeeId: 1, _id: -1 }, why: "a person's own attempts, newest first" },
  ],
});
