import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, addMs, instantOf, newId } from '@weilend/kernel';
import { person } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { lookAheadEnd } from '../../domain/reminder/look-ahead.js';
import { Deadlines } from '../../persistence/reminder/deadlines.js';
import { DayQueries, SHOWN_OF_A_KIND } from './day.queries.js';

let desk: SalesDesk;
let story: Story;
let days: DayQueries;
const colleague = person('sales', 'salesperson');
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  const { database, parameters, clock } = desk.platform;
  days = new DayQueries(database, new Deadlines(database), parameters, clock);
  const today = clock.today();
  for (const nextVisitOn of [addDays(today, -40), addDays(today, -1), today, addDays(today, 2), addDays(today, 9)])
    await story.customer({ nextVisitOn });
  await story.customer({ nextVisitOn: addDays(today, -3), ownerId: colleague.employeeId });
  await enquiry(-30, desk.seller.employeeId);
  await enquiry(-30, colleague.employeeId);
  await story.given();
  await story.given({ desk: 'withdrawn' });
});
afterAll(() => desk.stop());

async function enquiry(dueInMinutes: number, salespersonId: string): Promise<void> {
  const firstResponseDueAt = addMs(desk.platform.clock.now(), dueInMinutes * 60_000);
  const row = { _id: newId('enq'), version: 1, salespersonId, receivedAt: addMs(firstResponseDueAt, -1), firstResponseDueAt };
  await desk.platform.database
    .collection('enquiries')
    .insertOne({ ...row, responseDueAt: firstResponseDueAt, firstRespondedAt: null } as never);
}

const groupOf = (deadlines: Awaited<ReturnType<DayQueries['day']>>['deadlines'], kind: string) =>
  deadlines.find((one) => one.kind === kind) as (typeof deadlines)[number];

describe('[2.5, 2.13] the day of a salesperson', () => {
  test('counts what is late and what falls due today, of his own only', async () => {
    const { deadlines, employeeId } = await days.day(desk.seller, null);
    expect(employeeId).toBe(desk.seller.employeeId);
    expect(groupOf(deadlines, 'RETURN_VISIT')).toMatchObject({ late: 2, today: 1 });
    expect(groupOf(deadlines, 'ENQUIRY_RESPONSE')).toMatchObject({ late: 1, today: 0 });
    expect(groupOf(deadlines, 'PROBLEM')).toMatchObject({ late: 0, today: 0, byPerson: [] });
  });

  test('lists the most pressing first and looks two working days ahead', async () => {
    const { deadlines } = await days.day(desk.seller, null);
    const items = await days.items(groupOf(deadlines, 'RETURN_VISIT'), 20);
    const { clock, parameters } = desk.platform;
    const end = instantOf(lookAheadEnd(await parameters.calendar(clock.today()), clock.today()));
    expect(items.filter((one) => one.isLate)).toHaveLength(2);
    expect(items.map((one) => one.dueAt)).toContainEqual(instantOf(addDays(clock.today(), 3)));
    expect(items.filter((one) => one.dueAt > end)).toEqual([]);
    expect(items.map((one) => one.dueAt.getTime())).toEqual(items.map((one) => one.dueAt.getTime()).sort((a, b) => a - b));
    expect(await days.items(groupOf(deadlines, 'RETURN_VISIT'), 1)).toHaveLength(1);
  });

  test('is nobody else’s to look into but the manager’s', async () => {
    expect((await days.day(colleague, desk.seller.employeeId)).employeeId).toBe(colleague.employeeId);
    const seen = await days.day(desk.manager, colleague.employeeId);
    expect(groupOf(seen.deadlines, 'RETURN_VISIT')).toMatchObject({ late: 1, today: 0 });
  });
});

describe('[2.3, 2.5] the manager’s dashboard', () => {
  test('shows everybody, the most behind first, and lists nothing by itself', async () => {
    const { deadlines } = await days.dashboard();
    const visits = groupOf(deadlines, 'RETURN_VISIT');
    expect(visits).toMatchObject({ late: 3, today: 1 });
    expect(visits.byPerson.map(({ ownerId, late }) => [ownerId, late])).toEqual([
      [desk.seller.employeeId, 2],
      [colleague.employeeId, 1],
    ]);
    expect(await days.items(visits, 20)).toEqual([]);
  });

  test('[3.1] what nobody has is the manager’s, in his own day', async () => {
    const lead = { _id: newId('led'), version: 1, salespersonId: null, firstResponseDueAt: addMs(desk.platform.clock.now(), -1) };
    await desk.platform.database.collection('leads').insertOne(lead as never);
    const { deadlines } = await days.day(desk.manager, null);
    expect(groupOf(deadlines, 'LEAD_RESPONSE')).toMatchObject({ late: 1 });
    expect((await days.items(groupOf(deadlines, 'LEAD_RESPONSE'), 20)).map((one) => one.about)).toEqual([lead._id]);
    expect(groupOf((await days.day(desk.seller, null)).deadlines, 'LEAD_RESPONSE')).toMatchObject({ late: 0 });
  });

  test('counts applications by stage, a salesperson his own', async () => {
    expect(await days.stages(desk.manager)).toEqual([
      { stage: 'DRAFT', applications: 1 },
      { stage: 'WITHDRAWN', applications: 1 },
    ]);
    expect(await days.stages(colleague)).toEqual([]);
  });
});

describe('[2.5] a day with more of a kind than it shows', () => {
  test('counts the same whether a kind is shown whole or there is more of it', async () => {
    const busy = person('sales', 'salesperson');
    const today = desk.platform.clock.today();
    const visit = (days: number) => story.customer({ ownerId: busy.employeeId, nextVisitOn: addDays(today, days) });
    for (const days of [-2, -1, 0, 0, 2]) await visit(days);
    const counted = async () => groupOf((await days.day(busy, null)).deadlines, 'RETURN_VISIT');
    expect(await counted()).toMatchObject({ late: 2, today: 2, byPerson: [{ ownerId: busy.employeeId, late: 2, today: 2 }] });
    expect(await days.items(await counted(), SHOWN_OF_A_KIND)).toHaveLength(5);
    await visit(-9);
    await visit(0);
    expect(await counted()).toMatchObject({ late: 3, today: 3, byPerson: [{ ownerId: busy.employeeId, late: 3, today: 3 }] });
    const shown = await days.items(await counted(), SHOWN_OF_A_KIND);
    expect(shown.map((one) => one.isLate)).toEqual([true, true, true, false, false]);
    expect(await days.items(await counted(), 100)).toHaveLength(7);
  });
});
