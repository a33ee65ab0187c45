import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { MARKET_REPORT_KINDS, MARKET_TOPICS } from '../../domain/team/market-report.js';
import { PROBLEM_STATES } from '../../domain/team/problem.machine.js';
import { PROBLEM_KINDS } from '../../domain/team/problem.js';
import { PLAN_STATES } from '../../domain/team/sales-plan.js';
import { WORK_KINDS } from '../../domain/team/work-log.js';

const figures = { disbursedFen: fields.fen, loans: fields.count, newCustomers: fields.count };

const planContent = {
  strategy: fields.text,
  initiatives: { type: [record({ title: fields.text, ownerId: fields.id, dueOn: fields.date })], required: true },
  reportIds: fields.texts,
  department: { type: record(figures), required: true },
  targets: { type: [record({ employeeId: fields.id, ...figures })], required: true },
};

export const salesPlanCollection = defineCollection({
  name: 'sales_plans',
  fields: {
    quarter: fields.text,
    state: oneOf(PLAN_STATES),
    ...planContent,
    createdBy: fields.id,
    createdAt: fields.instant,
    publishedAt: fields.optionalInstant,
    revisions: {
      type: [record({ before: { type: record(planContent), required: true }, reason: fields.text, by: fields.id, at: fields.instant })],
      required: true,
    },
  },
  indexes: [{ name: 'quarter', keys: { quarter: 1 }, why: 'one plan for each quarter, whatever races', options: { unique: true } }],
});

export const customerResultsCollection = defineCollection({
  name: 'customer_results',
  fields: {
    loans: {
      type: [
        record({
          loanId: fields.id,
          applicationId: fields.id,
          salespersonId: fields.id,
          amountFen: fields.fen,
          disbursedOn: fields.date,
          first: fields.flag,
          reversed: fields.flag,
        }),
      ],
      required: true,
    },
  },
  indexes: [{ name: 'day', keys: { 'loans.disbursedOn': 1 }, why: 'what was paid out in a quarter, for the achievement of its plan' }],
});

export const workLogCollection = defineCollection({
  name: 'work_logs',
  fields: {
    employeeId: fields.id,
    day: fields.date,
    entries: {
      type: [
        record({
          id: fields.id,
          kind: oneOf(WORK_KINDS),
          minutes: fields.count,
          note: fields.text,
          customerId: fields.optionalText,
          leadId: fields.optionalText,
          applicationId: fields.optionalText,
          at: fields.instant,
        }),
      ],
      required: true,
    },
    summary: fields.optionalText,
    tomorrow: fields.optionalText,
    handedInAt: fields.optionalInstant,
    review: { type: record({ comment: fields.text, by: fields.id, at: fields.instant }), default: null },
  },
  indexes: [
    { name: 'personDay', keys: { employeeId: 1, day: 1 }, why: 'one log for each person and day', options: { unique: true } },
    { name: 'person', keys: { employeeId: 1, _id: -1 }, why: "a person's logs, newest first" },
    { name: 'day', keys: { day: 1, _id: -1 }, why: 'the logs of a day' },
  ],
});

export const salesProblemCollection = defineCollection({
  name: 'sales_problems',
  fields: {
    kind: oneOf(PROBLEM_KINDS),
    title: fields.text,
    text: fields.text,
    state: oneOf(PROBLEM_STATES),
    raisedBy: fields.id,
    raisedAt: fields.instant,
    ownerId: fields.optionalText,
    dueOn: fields.optionalDate,
    steps: { type: [record({ event: fields.text, by: fields.id, at: fields.instant, words: fields.optionalText })], required: true },
  },
  indexes: [
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the problems in a state, newest first' },
    { name: 'owner', keys: { ownerId: 1, state: 1, _id: -1 }, why: 'what somebody has to solve' },
    { name: 'ownerNewest', keys: { ownerId: 1, _id: -1 }, why: 'what somebody had to solve, newest first' },
    {
      name: 'ownDue',
      keys: { ownerId: 1, dueOn: 1 },
      why: 'what somebody has to solve, the most pressing first',
      options: { partialFilterExpression: { state: 'in-hand' } },
    },
    { name: 'raiser', keys: { raisedBy: 1, _id: -1 }, why: 'what somebody raised' },
    {
      name: 'due',
      keys: { dueOn: 1, ownerId: 1 },
      why: 'problems that are due',
      options: { partialFilterExpression: { state: 'in-hand' } },
    },
  ],
});

const finding = { finding: fields.text, consequence: fields.text, source: fields.text };

export const marketReportCollection = defineCollection({
  name: 'market_reports',
  fields: {
    kind: oneOf(MARKET_REPORT_KINDS),
    topic: oneOf(MARKET_TOPICS),
    quarter: fields.text,
    competitor: fields.optionalText,
    ...finding,
    authorId: fields.id,
    writtenAt: fields.instant,
    corrections: {
      type: [record({ before: { type: record(finding), required: true }, reason: fields.text, by: fields.id, at: fields.instant })],
      required: true,
    },
    conclusion: { type: record({ text: fields.text, by: fields.id, at: fields.instant }), default: null },
  },
  indexes: [
    { name: 'quarter', keys: { quarter: 1, topic: 1, _id: -1 }, why: 'reports by period and topic [2.7]' },
    { name: 'quarterNewest', keys: { quarter: 1, _id: -1 }, why: 'reports of a period, newest first' },
    { name: 'topic', keys: { topic: 1, _id: -1 }, why: 'reports by topic, newest first' },
    { name: 'kind', keys: { kind: 1, _id: -1 }, why: 'reports on competitors, newest first' },
  ],
});
