import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import type { Page } from '@weilend/mongo';
import { person, seedPeople } from '@weilend/testing';
import { analysis, draft } from '../../../test/builders/inputs.builder.js';
import { assigned, investigated, opened, reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { ConflictQueries } from './conflict.queries.js';
import { DeskQueries } from './desk.queries.js';
import { InvestigationQueries } from './investigation.queries.js';
import type { InvestigationView } from './investigation.queries.js';
import { RiskDeskQueries } from './risk-desk.queries.js';

let risk: RiskUnderTest;
let desk: DeskQueries;
let overview: RiskDeskQueries;
let conflicts: ConflictQueries;
const ids = { unassigned: '', assigned: '', late: '', waiting: '', done: '', sentBack: '', ready: '' };
const leaver = person('risk', 'investigator');

const rowsOf = () => risk.platform.database.collection('investigations');
const at = (hours: number) => new Date(Date.now() + hours * 3_600_000);

beforeAll(async () => {
  risk = await riskUnderTest();
  await seedPeople(risk.platform, [leaver]);
  const { database, clock, directory, parameters } = risk.platform;
  const investigations = new InvestigationQueries(database, risk.investigations);
  desk = new DeskQueries(database, investigations, clock);
  overview = new RiskDeskQueries(database, investigations, risk.pairFacts, directory, parameters, clock);
  conflicts = new ConflictQueries(database, risk.conflicts, risk.pairFacts, investigations, clock);
  const { first, second, manager } = risk.people;
  ids.unassigned = (await opened(risk)).id;
  ids.assigned = (await assigned(risk)).id;
  ids.late = (await assigned(risk)).id;
  await rowsOf().updateOne({ _id: ids.late as never }, { $set: { checkDueAt: at(-2), openedAt: at(-50) } });
  ids.waiting = (await assigned(risk)).id;
  await risk.askSales.execute(first, {
    investigationId: ids.waiting,
    question: 'Where is the lease?',
    pauseReason: 'nothing goes on without it',
  });
  await risk.waive.execute(first, { investigationId: ids.waiting, method: 'PHONE_VERIFICATION', reason: 'the employer has closed down' });
  ids.done = (await investigated(risk)).id;
  await risk.finalise.execute(first, draft(ids.done));
  ids.ready = (await investigated(risk)).id;
  const left = await opened(risk);
  const pair = { investigationId: left.id, investigatorIds: [leaver.employeeId, second.employeeId] };
  await risk.assign.execute(manager, pair);
  await risk.platform.work.run({ actor: manager, operation: 'test-leave' }, (tx) => directory.deactivate(leaver.employeeId, tx));
  ids.sentBack = left.id;
});
afterAll(() => risk.platform.stop());

const nodes = async (page: Promise<Page<InvestigationView>>) => (await page).nodes.map((one) => one.id);
const stranger = person('risk', 'investigator');
const seller = person('sales', 'salesperson');

describe('[4.10] the lists of every day', () => {
  test('my open ones, oldest first; not what is final', async () => {
    expect(await nodes(desk.mine({}, risk.people.first))).toEqual([ids.assigned, ids.late, ids.waiting, ids.ready]);
    expect(await nodes(desk.mine({}, stranger))).toEqual([]);
  });

  test('page by page, with a cursor', async () => {
    const page = await desk.mine({ first: 2 }, risk.people.first);
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect(await nodes(desk.mine({ first: 2, after: page.pageInfo.endCursor }, risk.people.first))).toEqual([ids.waiting, ids.ready]);
  });

  const lists: [string, (actor: EmployeeActor) => Promise<Page<InvestigationView>>, () => string[]][] = [
    ['nobody investigates yet', (actor) => desk.unassigned({}, actor), () => [ids.unassigned]],
    ['one of the two has left', (actor) => desk.toReassign({}, actor), () => [ids.sentBack]],
    ['a check is overdue', (actor) => desk.overdueChecks({}, actor), () => [ids.late]],
    ['sales owes an answer', (actor) => desk.waitingForSales({}, actor), () => [ids.waiting]],
    ['a waiver waits for the manager', (actor) => desk.waiversToDecide({}, actor), () => [ids.waiting]],
  ];
  test.each(lists)('%s: the manager sees them, a stranger does not', async (_name, list, expected) => {
    expect(await nodes(list(risk.people.manager))).toEqual(expected());
    expect(await nodes(list(stranger))).toEqual([]);
    expect(await nodes(list(seller))).toEqual([]);
  });

  test.each([[0], [101], [-1]])('[1.3] a page of %i is refused', async (first) => {
    await expect(nodes(desk.overdueChecks({ first }, risk.people.manager))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('a cursor that is not one of ours is refused', async () => {
    await expect(nodes(desk.overdueChecks({ after: 'x' }, risk.people.manager))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('every list is served by an index, and none has to be sorted', async () => {
    const { connection } = risk.platform.database;
    const db = connection.getClient().db(connection.name);
    await db.command({ profile: 2 });
    for (const [, list] of lists) await nodes(list(risk.people.manager));
    await nodes(desk.mine({}, risk.people.first));
    await nodes(desk.overdueChecks({}, risk.people.first));
    await overview.desk();
    await overview.day(risk.people.first);
    await db.command({ profile: 0 });
    const own = { ns: `${connection.name}.investigations`, planSummary: { $exists: true } };
    const plans = await db.collection('system.profile').find(own).toArray();
    expect(plans.length).toBeGreaterThan(8);
    expect(plans.filter((one) => String(one['planSummary']).includes('COLLSCAN')).map((one) => one['command'])).toEqual([]);
  });
});

describe('[4.10] the morning in one request', () => {
  test('of a manager: by stage and age, by person, and what is late', async () => {
    const seen = await overview.desk();
    expect(seen).toMatchObject({ unassigned: 1, overdue: 1, waitingForSales: 1, repliesLate: 0, waiversToDecide: 1 });
    expect(seen.stages).toEqual([
      { state: 'ASSIGNED', ageDays: 0, investigations: 2 },
      { state: 'ASSIGNED', ageDays: 2, investigations: 1 },
      { state: 'INVESTIGATING', ageDays: 0, investigations: 2 },
      { state: 'OPENED', ageDays: 0, investigations: 1 },
    ]);
    const { first, second } = risk.people;
    const load = (employeeId: string) => seen.people.find((one) => one.employeeId === employeeId);
    // Two not begun at 3, one being carried out at 2, one that waits at 1.
    expect(load(first.employeeId)).toEqual({ employeeId: first.employeeId, open: 4, waiting: 1, load: 9, overdue: 1 });
    expect(load(second.employeeId)).toMatchObject({ open: 5, load: 12 });
    expect(load(leaver.employeeId)).toBeUndefined();
  });

  test('of an investigator: overdue, waiting, and what only lacks its report', async () => {
    const day = await overview.day(risk.people.first);
    const idsOf = (views: readonly InvestigationView[]) => views.map((one) => one.id);
    expect({
      overdue: idsOf(day.overdue),
      waiting: idsOf(day.waitingForSales),
      toReport: idsOf(day.toReport),
      back: idsOf(day.sentBack),
    }).toEqual({
      overdue: [ids.late],
      waiting: [ids.waiting],
      toReport: [ids.ready],
      back: [],
    });
  });
});

describe('[4.11, 3.7] the register of conflicts is read in scope', () => {
  test('the own ones, all for who supervises', async () => {
    const customerId = `cus_${'7'.repeat(26)}`;
    await risk.declare.execute(seller, { customerId, relation: 'FRIEND', reason: 'we are neighbours' });
    const seen = async (actor: EmployeeActor) => (await conflicts.list({ customerId }, actor)).nodes.length;
    expect([await seen(seller), await seen(risk.people.manager), await seen(stranger)]).toEqual([1, 1, 0]);
  });

  test('the proposal shows who is passed over and why; nobody learns of what he may not see', async () => {
    const proposal = await conflicts.proposal(ids.unassigned, [risk.people.first.employeeId], risk.people.manager);
    expect(proposal).toMatchObject({ investigatorIds: null, ranked: [{ excluded: null }, { excluded: 'ABSENT' }] });
    expect(await conflicts.proposal(ids.unassigned, [], stranger)).toBeNull();
  });
});

describe('[4.11] who has to be replaced', () => {
  test('also who declared a conflict with the borrower in the middle, until it is ended', async () => {
    const { manager, second } = risk.people;
    const { customerId } = await reading(risk, (tx) => risk.investigations.get(ids.ready, tx));
    const declared = { customerId, relation: 'BUSINESS' as const, reason: 'he supplies his shop' };
    const conflictId = await risk.declare.execute(second, declared);
    expect(await nodes(desk.toReassign({}, manager))).toEqual([ids.ready, ids.sentBack]);
    expect(await nodes(desk.toReassign({}, stranger))).toEqual([]);
    await risk.endConflict.execute(manager, { conflictId, reason: 'he supplies somebody else' });
    expect(await nodes(desk.toReassign({}, manager))).toEqual([ids.sentBack]);
  });

  test('[7.3] also who is close to a guarantor or another related party of the borrower, while he is one', async () => {
    const { manager, first, second } = risk.people;
    const [guarantorId, otherId] = [newId('cus'), newId('cus')];
    const conflictId = await risk.declare.execute(second, { customerId: guarantorId, relation: 'SPOUSE', reason: 'her husband' });
    expect(await nodes(desk.toReassign({}, manager))).toEqual([ids.sentBack]);
    const related = (customerId: string) => [{ customerId, relatedAs: 'GUARANTOR' as const }];
    await risk.analyse.execute(first, { ...analysis(ids.ready), relatedParties: related(guarantorId) });
    expect(await nodes(desk.toReassign({}, manager))).toEqual([ids.ready, ids.sentBack]);
    const proposal = await conflicts.proposal(ids.ready, [], manager);
    expect(proposal?.ranked.find(({ employeeId }) => employeeId === second.employeeId)).toMatchObject({ excluded: 'DECLARED_CONFLICT' });
    // By the latest analysis, which is also what a report is signed off by.
    await risk.analyse.execute(first, { ...analysis(ids.ready), relatedParties: related(otherId) });
    expect(await nodes(desk.toReassign({}, manager))).toEqual([ids.sentBack]);
    await risk.endConflict.execute(manager, { conflictId, reason: 'divorced meanwhile' });
  });
});

describe('[1.3] what is due is read page by page', () => {
  test('the longest overdue first, also when two are due at the same moment', async () => {
    const same = at(-2);
    await rowsOf().updateMany({ _id: { $in: [ids.late, ids.assigned] as never[] } }, { $set: { checkDueAt: same } });
    await rowsOf().updateOne({ _id: ids.waiting as never }, { $set: { checkDueAt: at(-1) } });
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 4; page++) {
      const { nodes: found, pageInfo }: Page<InvestigationView> = await desk.overdueChecks({ first: 1, after }, risk.people.manager);
      seen.push(...found.map((one) => one.id));
      after = pageInfo.endCursor ?? after;
    }
    expect(seen).toEqual([...[ids.assigned, ids.late].sort(), ids.waiting]);
  });
});
