import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person } from '@weilend/testing';
import { approved, bonusDesk, givenSheet, loanTold, publishedFormula } from '../../../test/builders/bonus.builder.js';
import type { BonusDesk, GivenSheet } from '../../../test/builders/bonus.builder.js';
import { plansOf } from '../../../test/builders/query-plans.builder.js';
import { Placements } from '../../persistence/bonus/placement.repository.js';
import { BonusFormulaQueries } from './bonus-formula.queries.js';
import { BonusQueries } from './bonus.queries.js';

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
  formulas = new BonusFormulaQueries(desk.p.database, new Placements(desk.p.database));
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
