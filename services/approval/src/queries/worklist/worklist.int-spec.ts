import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, addMs } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { aDesk, read } from '../../../test/builders/approval.builder.js';
import type { Desk } from '../../../test/builders/approval.builder.js';
import { plansOf } from '../../../test/builders/query-plans.builder.js';
import { CommitteeAbsences, CommitteeConflicts, CommitteeMembers } from '../../persistence/committee/committee.repository.js';
import { CommitteeRolls } from '../../persistence/committee/committee-rolls.js';
import { RegisterQueries } from '../decision/register.queries.js';
import { DashboardQueries } from './dashboard.queries.js';
import { WorklistQueries } from './worklist.queries.js';

const HOUR = 3_600_000;
/** Of a committee that is a page long at most: read whole, whatever the loans are. */
const SMALL_COLLECTIONS = ['parameters', 'committee_members', 'employees', 'committee_registers', 'employee_directory'];
let desk: Desk;
let worklist: WorklistQueries;
let register: RegisterQueries;
let dashboards: DashboardQueries;
const ids: Record<'decided' | 'rejected' | 'conditional' | 'voted' | 'fresh' | 'broken', string> = {
  ...{ decided: '', rejected: '', conditional: '', voted: '', fresh: '', broken: '' },
};

beforeAll(async () => {
  desk = await aDesk();
  const { database, directory, work, clock } = desk.platform;
  const rolls = new CommitteeRolls(
    new CommitteeMembers(database),
    new CommitteeAbsences(database),
    new CommitteeConflicts(database),
    directory,
  );
  worklist = new WorklistQueries(database, work, rolls, clock);
  register = new RegisterQueries(database);
  dashboards = new DashboardQueries(database, worklist, clock);
  for (const name of ['decided', 'rejected', 'conditional'] as const) ids[name] = await decided(name);
  ids.voted = (await desk.open()).caseId;
  await vote(0, ids.voted);
  ids.fresh = (await desk.open()).caseId;
  await desk.acts.requestOpinion.execute(desk.cast.secretary, { caseId: ids.fresh, department: 'finance', question: '是否影响流动性' });
  await desk.acts.circulateCase.execute(desk.cast.secretary, { caseId: ids.fresh });
  ids.broken = (await desk.open()).caseId;
  for (const place of [0, 1, 2]) await recuse(place, ids.broken);
});
afterAll(() => desk.stop());

const member = (place: number): EmployeeActor => desk.cast.members[place] as EmployeeActor;
const vote = (place: number, caseId: string, choice: 'YES' | 'NO' = 'YES') =>
  desk.acts.castVote.execute(member(place), { caseId, choice, reason: '已阅报告' });
const recuse = (place: number, caseId: string) =>
  desk.acts.recuseMember.execute(desk.cast.chair, { caseId, employeeId: member(place).employeeId, reason: '亲属' });

async function decided(name: 'decided' | 'rejected' | 'conditional'): Promise<string> {
  const { caseId } = await desk.open();
  const dueOn = addDays(desk.platform.clock.today(), 4);
  if (name === 'conditional') {
    const conditions = [{ text: '追加保证人', dueOn, evidenceKind: 'GUARANTEE' as const }];
    await desk.acts.proposeTerms.execute(desk.cast.secretary, { caseId, conditions });
  }
  for (const place of [0, 1]) await vote(place, caseId, name === 'rejected' ? 'NO' : 'YES');
  await desk.acts.decideCase.execute(desk.cast.secretary, { caseId });
  return caseId;
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id);

describe('[4.12] what members and the secretary have before them', () => {
  test.each([
    ['a member who has voted on one', 0, ['fresh']],
    ['a member who is recused from one', 1, ['voted', 'fresh']],
    ['a member with a vote in all', 3, ['voted', 'fresh', 'broken']],
  ] as const)('%s', async (_name, place, names) => {
    expect(idsOf(await worklist.openVotes(member(place)))).toEqual(names.map((name) => ids[name]));
  });

  test('nobody else has an open vote', async () => {
    for (const who of [desk.cast.secretary, desk.cast.seller, desk.cast.investigators[0]])
      expect(await worklist.openVotes(who)).toEqual([]);
  });

  test('open cases come by deadline, page by page', async () => {
    const first = await worklist.byDeadline({ first: 2 });
    const rest = await worklist.byDeadline({ first: 2, after: first.pageInfo.endCursor });
    expect([...idsOf(first.nodes), ...idsOf(rest.nodes)]).toEqual([ids.voted, ids.fresh, ids.broken]);
    expect(first.nodes.every((one) => one.dueAt !== null && one.dueAt > desk.platform.clock.now())).toBe(true);
    expect((await worklist.byDeadline({ until: desk.platform.clock.now() })).nodes).toEqual([]);
    await expect(worklist.byDeadline({ after: 'x' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('the sitting that the broken case went to is ahead', async () => {
    const { nodes } = await worklist.sessionsAhead({});
    expect(nodes.map((one) => one.agenda)).toEqual([[ids.broken]]);
  });
});

describe('[4.13] the register of decisions', () => {
  const caseIds = async (filter: object, as = desk.cast.secretary) => (await register.register(filter, as)).nodes.map((one) => one.caseId);

  test.each([
    ['everything, the latest first', {}, ['conditional', 'rejected', 'decided']],
    ['rejections', { result: 'REJECTED' }, ['rejected']],
    ['those in force', { state: 'in-force' }, ['decided']],
    ['of an authority', { authority: 'FULL' }, []],
    ['of a version of the policy', { policyVersion: 1, result: 'APPROVED' }, ['decided']],
  ] as const)('%s', async (_name, filter, names) => {
    expect(await caseIds(filter)).toEqual(names.map((name) => ids[name]));
  });

  test('days bound it, and a salesperson sees his own', async () => {
    const today = desk.platform.clock.today();
    expect(await caseIds({ from: today, to: today })).toHaveLength(3);
    expect(await caseIds({ to: addDays(today, -1) })).toEqual([]);
    expect(await caseIds({}, desk.cast.seller)).toHaveLength(3);
    expect(await caseIds({}, { ...desk.cast.seller, employeeId: 'emp_other' })).toEqual([]);
  });

  test('[4.14] conditions that are owed come by their first day', async () => {
    const due = (until: number) => register.conditionsDue({ until: addDays(desk.platform.clock.today(), until) }, desk.cast.secretary);
    expect((await due(4)).nodes.map((one) => one.caseId)).toEqual([ids.conditional]);
    expect((await due(3)).nodes).toEqual([]);
  });
});

describe('[1.1, 4.12] the dashboard', () => {
  test('says in one look what is open, waits, is at risk and was decided', async () => {
    const board = await dashboards.dashboard();
    expect(board).toMatchObject({ late: 0, waitingForOpinions: 1, circulating: 1 });
    expect(board.openByAge).toEqual([
      { age: 'TODAY', cases: 3 },
      { age: 'UP_TO_3_DAYS', cases: 0 },
      { age: 'OLDER', cases: 0 },
    ]);
    expect(board.quorumRisks.map(({ approvalCase, outlook }) => [approvalCase.id, outlook])).toEqual([
      [ids.broken, { present: 2, needed: 3, broken: true }],
    ]);
    expect(board.decisions.map((one) => [one.result, one.decisions])).toEqual([
      ['APPROVED', 1],
      ['CONDITIONAL', 1],
      ['REJECTED', 1],
    ]);
    expect(board.decisions.every((one) => one.averageMinutes !== null && one.averageMinutes >= 0)).toBe(true);
  });

  test('what is past its deadline is late', async () => {
    await read(desk.platform, (tx) => desk.platform.clock.move({ offsetMs: 10 * 24 * HOUR, step: 1 }, tx));
    expect(await dashboards.dashboard()).toMatchObject({ late: 3, openByAge: [{ cases: 0 }, { cases: 0 }, { cases: 3 }] });
    expect((await worklist.byDeadline({ until: desk.platform.clock.now() })).nodes).toHaveLength(3);
    await read(desk.platform, (tx) => desk.platform.clock.move({ offsetMs: 0, step: 2 }, tx));
  });
});

describe('every list comes from an index, sorted by it', () => {
  const until = () => addMs(desk.platform.clock.now(), 100 * HOUR);
  const day = () => desk.platform.clock.today();

  test.each<[string, () => Promise<unknown>]>([
    ['open votes', () => worklist.openVotes(member(0))],
    ['cases by deadline', () => worklist.byDeadline({ until: until() })],
    ['sittings ahead', () => worklist.sessionsAhead({})],
    ['the register', () => register.register({ from: addDays(day(), -3) }, desk.cast.secretary)],
    ['the register by result', () => register.register({ result: 'REJECTED' }, desk.cast.secretary)],
    ['the register by state', () => register.register({ state: 'in-force' }, desk.cast.secretary)],
    ['the register of a salesperson', () => register.register({}, desk.cast.seller)],
    ['conditions due', () => register.conditionsDue({ until: day() }, desk.cast.secretary)],
    ['the sweep of ballots', () => desk.acts.closeBallots.execute()],
    ['the sweep of conditions', () => desk.acts.remindOfConditions.execute()],
    ['the sweep of approvals', () => desk.acts.lapseDecisions.execute()],
  ])('%s', async (_name, ask) => {
    const plans = await plansOf(desk.platform.database, ask);
    const wrong = plans.filter(({ collection, plan, isSorted }) => {
      return !SMALL_COLLECTIONS.includes(collection) && (plan.includes('COLLSCAN') || !isSorted);
    });
    expect(plans.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
