import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';

let desk: SalesDesk;
beforeAll(async () => {
  desk = await salesDesk();
});
afterAll(() => desk.stop());

const DAY = { $type: 'string', $lte: '2026-12-01', $gte: '2026-01-01' };
const MOMENT = { $type: 'date', $lte: new Date('2026-12-01T00:00:00Z') };
const after = (field: string) => ({ $or: [{ [field]: { $gt: '2026-01-01' } }, { _id: { $gt: 'plv_1' } }] });

/** Stages of the plan that wins. */
async function stagesOf(collection: string, filter: object, sort: Record<string, 1 | -1>): Promise<string[]> {
  const plan = await desk.platform.database
    .collection(collection)
    .find(filter as never)
    .sort(sort)
    .explain('queryPlanner');
  return [...JSON.stringify((plan as { queryPlanner: { winningPlan: object } }).queryPlanner.winningPlan).matchAll(/"stage":"(\w+)"/g)].map(
    (match) => match[1] ?? '',
  );
}

test.each<[string, string, object, Record<string, 1 | -1>]>([
  ['due visits of one', 'planned_visits', { $and: [{ salespersonId: 'emp_1' }, { dueOn: DAY }, after('dueOn')] }, { dueOn: 1, _id: 1 }],
  ['due visits of all', 'planned_visits', { $and: [{}, { dueOn: DAY }, after('dueOn')] }, { dueOn: 1, _id: 1 }],
  ['follow-ups of one', 'follow_ups', { ownerId: 'emp_1', dueOn: DAY }, { dueOn: 1, _id: 1 }],
  ['follow-ups of all', 'follow_ups', { dueOn: DAY }, { dueOn: 1, _id: 1 }],
  ['tickets owed by one', 'feedback_tickets', { ownerId: 'emp_1', dueAt: MOMENT }, { dueAt: 1, _id: 1 }],
  ['tickets owed by all', 'feedback_tickets', { dueAt: MOMENT }, { dueAt: 1, _id: 1 }],
  [
    'tickets of one in any state and kind',
    'feedback_tickets',
    { ownerId: 'emp_1', state: { $in: ['open', 'acknowledged', 'answered', 'closed'] }, kind: { $in: ['QUESTION', 'COMPLAINT'] } },
    { _id: -1 },
  ],
  ['tickets of all in a state', 'feedback_tickets', { state: { $in: ['open'] }, kind: { $in: ['QUESTION', 'COMPLAINT'] } }, { _id: -1 }],
  ['events that are to be held', 'customer_events', { hostId: 'emp_1', dueOn: DAY }, { dueOn: 1, _id: 1 }],
  ['guests of an event', 'customer_event_invitations', { eventId: 'cev_1' }, { _id: -1 }],
  ['who was asked', 'survey_invitations', { campaignId: 'svy_1', state: { $in: ['invited', 'answered'] } }, { _id: -1 }],
  ['visits that were made', 'return_visits', { salespersonId: 'emp_1' }, { _id: -1 }],
  ['inspections due', 'applications', { salespersonId: 'emp_1', inspectionDueOn: DAY }, { inspectionDueOn: 1, _id: 1 }],
  ['inspections due of all', 'applications', { inspectionDueOn: DAY }, { inspectionDueOn: 1, _id: 1 }],
  ['warnings to acknowledge', 'applications', { warningDueAt: MOMENT }, { warningDueAt: 1, _id: 1 }],
])(
  '[2.13] the list of %s is served by an index in its order: nothing is scanned, nothing is sorted',
  async (_name, collection, filter, sort) => {
    const stages = await stagesOf(collection, filter, sort);
    expect(stages).toContain('IXSCAN');
    expect(stages).not.toContain('COLLSCAN');
    expect(stages).not.toContain('SORT');
  },
);
