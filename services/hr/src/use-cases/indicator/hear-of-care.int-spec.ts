import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { appraisalKit, receive, seller } from '../../../test/builders/appraisal-kit.builder.js';
import type { AppraisalKit } from '../../../test/builders/appraisal-kit.builder.js';
import { figuresFrom } from '../../domain/appraisal/indicator.js';

let kit: AppraisalKit;
beforeAll(async () => {
  kit = await appraisalKit();
  kit.clock.moveTo('2026-06-15');
});
afterAll(() => kit.p.stop());

const figuresOf = async ({ employeeId }: EmployeeActor, quarter: string) =>
  figuresFrom((await kit.tallies.of([employeeId], quarter)).get(employeeId) ?? []);
const kept = async (by: EmployeeActor, quarter: string) => {
  const { deadlinesKept, deadlinesDue } = await figuresOf(by, quarter);
  return [deadlinesKept, deadlinesDue];
};
const visited = (by: EmployeeActor, customerId: string, [dueOn, visitedOn]: [string, string]) =>
  receive(kit, 'sales.return-visit-made.v1', customerId, {
    visitId: newId('vis'),
    customerId,
    salespersonId: by.employeeId,
    dueOn,
    visitedOn,
  });
const reminded = (by: EmployeeActor, change: object) => {
  const data = { kind: 'RETURN_VISIT', about: newId('cus'), level: 'LATE', employeeId: by.employeeId, escalated: false };
  return receive(kit, 'sales.deadline-reminded.v1', newId('rem'), { ...data, dueAt: '2026-05-10T16:00:00.000Z', ...change });
};
const ticket = (by: EmployeeActor, change: object = {}) => ({
  ...{ ticketId: newId('fbk'), customerId: newId('cus'), salespersonId: newId('emp'), ownerId: by.employeeId },
  ...{ kind: 'COMPLAINT', severity: 'HIGH' },
  ...change,
});
const opened = (one: ReturnType<typeof ticket>, answerDueAt: string, reopened = false) =>
  receive(kit, 'sales.feedback-opened.v1', one.ticketId, { ...one, reopened, answerDueAt, openedOn: '2026-05-01' });
const closed = (one: ReturnType<typeof ticket>, answeredInTime: boolean) =>
  receive(kit, 'sales.feedback-closed.v1', one.ticketId, { ...one, satisfaction: null, answeredInTime, closedOn: '2026-05-09' });

describe('[5.2, 3.11] return visits', () => {
  test.each<[string, [string, string], number[]]>([
    ['on its day', ['2026-05-10', '2026-05-10'], [1, 1]],
    ['before it', ['2026-05-10', '2026-05-02'], [1, 1]],
    ['after it', ['2026-05-10', '2026-05-11'], [0, 1]],
    ['of the quarter before', ['2026-03-31', '2026-04-02'], [0, 0]],
  ])('made %s', async (_title, days, counted) => {
    const by = await seller(kit);
    await visited(by, newId('cus'), days);
    expect(await kept(by, '2026-Q2')).toEqual(counted);
  });

  test('late and then made is due once; late and never made is due as well', async () => {
    const by = await seller(kit);
    const customerId = newId('cus');
    await reminded(by, { about: customerId });
    await visited(by, customerId, ['2026-05-10', '2026-05-12']);
    await reminded(by, {});
    expect(await kept(by, '2026-Q2')).toEqual([0, 2]);
  });

  test.each<[string, object]>([
    ['soon', { level: 'SOON' }],
    ['told to the manager', { escalated: true }],
    ['of another kind', { kind: 'INSPECTION' }],
  ])('a reminder that is %s counts nothing', async (_title, change) => {
    const by = await seller(kit);
    expect(await reminded(by, change)).toBe('applied');
    expect(await kept(by, '2026-Q2')).toEqual([0, 0]);
  });
});

describe('[5.2, 3.12] complaints', () => {
  test('answered in time are kept by who owes the answer', async () => {
    const by = await seller(kit);
    const one = ticket(by);
    await opened(one, '2026-05-10T09:00:00.000Z');
    expect(await kept(by, '2026-Q2')).toEqual([0, 1]);
    await closed(one, true);
    await closed(one, true);
    expect(await kept(by, '2026-Q2')).toEqual([1, 1]);
  });

  test('answered late, or never, are due', async () => {
    const by = await seller(kit);
    const one = ticket(by);
    await opened(one, '2026-05-10T09:00:00.000Z');
    await closed(one, false);
    await opened(ticket(by), '2026-05-11T09:00:00.000Z');
    expect(await kept(by, '2026-Q2')).toEqual([0, 2]);
  });

  test('opened again have a deadline of their own', async () => {
    const by = await seller(kit);
    const one = ticket(by);
    await opened(one, '2026-05-10T09:00:00.000Z');
    await closed(one, false);
    await opened(one, '2026-05-20T09:00:00.000Z', true);
    await closed(one, true);
    expect(await kept(by, '2026-Q2')).toEqual([1, 2]);
  });

  test('without an owner count to the salesperson; praise and questions count nothing; what was opened before is left out', async () => {
    const by = await seller(kit);
    const { ownerId: _ownerId, ...ownerless } = ticket(by, { salespersonId: by.employeeId });
    await opened(ownerless as never, '2026-05-10T09:00:00.000Z');
    await opened(ticket(by, { kind: 'QUESTION' }), '2026-05-10T09:00:00.000Z');
    await closed(ticket(by), true);
    expect(await kept(by, '2026-Q2')).toEqual([0, 1]);
  });
});

test('[5.2] marks are averaged with their sample; [5.4] hours of training are added', async () => {
  const by = await seller(kit);
  const customerId = newId('cus');
  for (const score of [5, 4, 4]) {
    const data = { customerId, salespersonId: by.employeeId, score, recordedOn: '2026-05-01' };
    await receive(kit, 'sales.satisfaction-recorded.v1', customerId, data);
  }
  const sessionId = newId('trs');
  const training = { sessionId, topic: 'LAW', hours: 2.5, attendeeIds: [by.employeeId, newId('emp')], evaluatedOn: '2026-05-02' };
  await receive(kit, 'training.evaluated.v1', sessionId, training);
  expect(await figuresOf(by, '2026-Q2')).toMatchObject({
    satisfactionSample: 3,
    satisfactionTotal: 13,
    satisfactionAverage: 13 / 3,
    trainingHours: 2.5,
  });
});
