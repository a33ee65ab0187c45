import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { TRAINING_TOPICS } from '../../domain/plan/training-plan.js';
import { PROOF_KINDS } from '../../domain/knowledge/knowledge-standing.js';

export const knowledgeRulesCollection = defineCollection({
  name: 'knowledge_rules',
  fields: {
    number: fields.count,
    effectiveFrom: fields.date,
    requirements: {
      type: [record({ role: fields.text, topics: { type: [oneOf(TRAINING_TOPICS)], required: true } })],
      required: true,
    },
    publishedBy: fields.id,
    publishedAt: fields.instant,
    appliedAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'number', keys: { number: 1 }, why: 'one version of each number, whatever races', options: { unique: true } },
    { name: 'day', keys: { effectiveFrom: 1 }, why: 'the version in force on a day' },
  ],
});

const due = { partialFilterExpression: { dueOn: { $type: 'string' } } };

export const knowledgeStandingCollection = defineCollection({
  name: 'knowledge_standings',
  fields: {
    employeeId: fields.id,
    topic: oneOf(TRAINING_TOPICS),
    required: fields.flag,
    graceUntil: fields.optionalDate,
    proof: {
      type: record({ kind: oneOf(PROOF_KINDS), reference: fields.text, provenOn: fields.date, expiresOn: fields.date }),
      default: null,
    },
    releasedOn: fields.optionalDate,
    dueOn: fields.optionalDate,
  },
  indexes: [
    {
      name: 'topic',
      keys: { employeeId: 1, topic: 1 },
      why: 'how a person stands; one row for each topic, whatever races',
      options: { unique: true },
    },
    { name: 'required', keys: { required: 1, _id: -1 }, why: 'what was proven and is not required, newest first' },
    { name: 'due', keys: { dueOn: 1, _id: 1 }, why: 'overdue and running out, the most overdue first', options: due },
    { name: 'topicDue', keys: { topic: 1, dueOn: 1, _id: 1 }, why: 'the same of one topic', options: due },
    { name: 'personDue', keys: { employeeId: 1, dueOn: 1, _id: 1 }, why: 'the same of one person', options: due },
  ],
});
