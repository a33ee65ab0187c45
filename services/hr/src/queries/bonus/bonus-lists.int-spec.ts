import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId, parseLocalDate } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { person } from '@weilend/testing';
import { approved, bonusDesk, givenSheet, loanTold, publishedFormula } from '../../../test/builders/bonus.builder.js';
import type { BonusDesk, GivenSheet } from '../../../test/builders/bonus.builder.js';
import { plansOf } from '../../../test/builders/query-plans.builder.js';
import { beginStanding, moveTo } from '../../domain/career/standing.js';
import { Standings } from '../../persistence/career/career.repository.js';
import { EmployeeChanges } from '../../persistence/employee/employee-change.repository.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { BonusFormulaQueries } from './bonus-formula.queries.js';
import { BonusQueries } from './bonus.queries.js';
import { PaidLevels } from '../../persistence/bonus/paid-levels.js';

let desk: BonusDesk;
let lists: BonusQueries;
let formulas: BonusFormulaQueries;
let sheets: GivenSheet[];
let bonusIds: string[];
const QUARTER = '2099-Q1';
const own = (employeeId: string): EmployeeActor => ({ ...person('sales', 'salesperson'), employeeId });
const manager = person('hr', 'hr-manager');

beforeAll(async () => {
  desk = await bonusDesk();
  lists = new BonusQueries(desk.p.database);
  formulas = new BonusFormulaQueries(desk.p.database, new PaidLevels(desk.p.database));
  await publishedFormula(desk, '2025-Q1');
  sheets = [];
  for (const quarter of [QUARTER, QUARTER, QUARTER, '2025-Q2']) sheets.push(await givenSheet(desk.p, { quarter }));
  bonusIds = [];
  for (const sheet of sheets) bonusIds.push(await approved(desk, sheet));
  await loanTold(desk.inbox, sheets[0]?.loanIds[0] ?? '', { bucket: 'M4_PLUS', loanClass: 'SUBSTANDARD', on: '2099-07-01' });
});
afterAll(() => desk.stop());

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
const [first, second] = [() => sheets[0] as GivenSheet, () => sheets[1] as GivenSheet];

describe('[5.6] what people of hr have before them', () => {
  test('bonuses of a quarter in a state, newest first, page by page', async () => {
    const page = await lists.list({ quarter: QUARTER, state: 'SENT', first: 2 }, manager);
    const rest = await lists.list({ quarter: QUARTER, state: 'SENT', first: 2, after: page.pageInfo.endCursor }, manager);
    expect([...idsOf(page.nodes), ...idsOf(rest.nodes)]).toEqual([bonusIds[2], bonusIds[1], bonusIds[0]]);
    expect(await page.totalCount).toBe(3);
    expect(idsOf((await lists.list({ state: 'PAID' }, manager)).nodes)).toEqual([]);
  });

  test('deferred parts that are due, the earliest first', async () => {
    const { nodes } = await lists.deferredDue({}, manager);
    expect(nodes.map(({ quarter }) => quarter)).toEqual(['2025-Q2', QUARTER, QUARTER, QUARTER]);
    expect((await lists.deferredDue({ until: parseLocalDate('2026-01-01') }, manager)).nodes).toMatchObject([{ releaseOn: '2026-01-01' }]);
    expect((await lists.deferredDue({ until: parseLocalDate('2025-12-31') }, manager)).nodes).toEqual([]);
  });

  test('clawbacks, and who still owes something', async () => {
    expect((await lists.clawbacks({ quarter: QUARTER }, manager, {})).nodes).toMatchObject([
      { statementId: bonusIds[0], carriedFen: 120_000 },
    ]);
    expect((await lists.clawbacks({ quarter: '2025-Q2' }, manager, {})).nodes).toEqual([]);
    expect((await lists.owing(manager, {})).nodes).toMatchObject([{ id: first().employeeId, owedFen: 120_000 }]);
  });

  test('somebody else sees his own', async () => {
    const [one, other] = [own(first().employeeId), own(second().employeeId)];
    expect(idsOf((await lists.list({}, one)).nodes)).toEqual([bonusIds[0]]);
    expect(idsOf((await lists.list({ employeeId: first().employeeId }, other)).nodes)).toEqual([]);
    expect(idsOf(await lists.byIds(bonusIds, other))).toEqual([bonusIds[1]]);
    expect((await lists.clawbacks({}, other, {})).nodes).toEqual([]);
    expect((await lists.owing(other, {})).nodes).toEqual([]);
    expect((await lists.owing(one, {})).nodes).toHaveLength(1);
    expect((await lists.deferredDue({}, other)).nodes).toHaveLength(1);
  });

  test('every list is answered by an index, without sorting', async () => {
    const bonus = { id: bonusIds[0] ?? '', preparation: 1 };
    const plans = await plansOf(desk.p.database, async () => {
      for (const actor of [manager, own(first().employeeId)]) {
        await lists.list({ quarter: QUARTER }, actor);
        await lists.list({ quarter: QUARTER, state: 'SENT' }, actor);
        await lists.list({ state: 'SENT' }, actor);
        await lists.deferredDue({ until: parseLocalDate('2099-12-31') }, actor);
        await lists.clawbacks({ quarter: QUARTER }, actor, {});
        await lists.owing(actor, {});
      }
      await lists.ownList(first().employeeId, {});
      await lists.partsOf(bonus, {});
      await lists.clawbacksOf(bonus.id, {});
      await formulas.list('PUBLISHED', {});
      await desk.deferreds.dueIds(parseLocalDate('2099-12-31'), [], 10);
    });
    expect(plans.length).toBeGreaterThan(16);
    expect(plans.filter(({ plan }) => !plan.startsWith('IXSCAN') && !plan.startsWith('IDHACK') && !plan.startsWith('EXPRESS'))).toEqual([]);
    // One person's bonuses of one quarter or clawbacks of one statement are a handful of rows.
    const few = ['bonus_statements', 'bonus_clawbacks', 'deferred_bonuses'];
    expect(plans.filter(({ isSorted, collection }) => !isSorted && !few.includes(collection))).toEqual([]);
  });
});

describe('[5.6] a fixed base pays by what somebody was on the last day of the quarter', () => {
  const day = parseLocalDate;
  const facts = { department: 'sales' as const, roles: ['salesperson'], managerId: null, position: null, hiredOn: day('2025-01-01') };
  const standingOf = (id: string, promotedOn: string) => {
    const given = { by: 'service:hr', today: facts.hiredOn, rhythm: { intervalDays: 30, reminderDays: 7 } };
    const begun = beginStanding({ id, ...facts, active: true }, { ...given, since: facts.hiredOn, level: 'TRAINEE' });
    return moveTo(begun, { level: 'SUPERVISOR', since: day(promotedOn), cause: 'PROMOTED', note: null, by: 'emp_hr' });
  };
  /** Somebody who is a supervisor and leads today, with what was written of him before. */
  async function somebody(given: { promotedOn?: string; movedOn?: string }): Promise<string> {
    const id = newId('emp');
    const row = { id, version: 0, employeeNo: id.slice(-12), name: '李小雨', active: true, deactivatedAt: null, leftBecause: null };
    const was = { ...facts, level: 'TRAINEE', active: true, leftBecause: null };
    const change = { id: newId('emc'), version: 0, employeeId: id, kind: 'HIRED' as const, reason: null, changedBy: 'service:hr' };
    const moved = { ...was, level: 'SUPERVISOR', roles: ['salesperson', 'trainer'] };
    await desk.read(async (tx: Tx) => {
      const changes = new EmployeeChanges(desk.p.database, desk.p.cipher);
      await new Employees(desk.p.database).insert({ ...row, ...moved, leadsSales: false }, tx);
      const at = { before: null, recordedAt: new Date() };
      await changes.insert({ ...change, ...at, effectiveOn: facts.hiredOn, after: was }, tx);
      if (given.movedOn) await changes.insert({ ...change, ...at, id: newId('emc'), effectiveOn: day(given.movedOn), after: moved }, tx);
      if (given.promotedOn) await new Standings(desk.p.database).insert(standingOf(id, given.promotedOn), tx);
    });
    return id;
  }

  test.each<[string, Parameters<typeof somebody>[0], readonly string[]]>([
    ['promoted the day after', { promotedOn: '2025-07-01', movedOn: '2025-07-01' }, ['TRAINEE', 'salesperson']],
    ['promoted on it', { promotedOn: '2025-06-30', movedOn: '2025-06-30' }, ['SUPERVISOR', 'salesperson', 'trainer']],
    ['promoted long before', { promotedOn: '2025-02-01', movedOn: '2025-02-01' }, ['SUPERVISOR', 'salesperson', 'trainer']],
    ['another level on the card only', { promotedOn: '2025-12-01', movedOn: '2025-02-01' }, ['TRAINEE', 'salesperson', 'trainer']],
    ['of whom the ladder knows nothing', { movedOn: '2025-07-01' }, ['TRAINEE', 'salesperson']],
  ])('%s', async (_title, given, levels) => {
    const id = await somebody(given);
    expect([...(await new PaidLevels(desk.p.database).of([id, newId('emp')], '2025-Q2'))]).toEqual([[id, levels]]);
  });
});
