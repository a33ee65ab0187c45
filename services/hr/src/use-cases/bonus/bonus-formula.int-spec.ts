import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId, quarterOf, quartersAfter } from '@weilend/kernel';
import { bonusDesk, bonusOf, givenSheet, prepared, publishedFormula } from '../../../test/builders/bonus.builder.js';
import type { BonusDesk } from '../../../test/builders/bonus.builder.js';
import { goodFormula } from '../../domain/bonus/bonus.builder.js';
import { BonusFormulaQueries } from '../../queries/bonus/bonus-formula.queries.js';
import { Placements } from '../../persistence/bonus/placement.repository.js';

let desk: BonusDesk;
beforeAll(async () => void (desk = await bonusDesk()));
afterAll(() => desk.stop());

const queries = () => new BonusFormulaQueries(desk.p.database, new Placements(desk.p.database));
const thisQuarter = () => quarterOf(desk.p.clock.today());
const draft = (fromQuarter: string, formula = goodFormula) => desk.draft.execute(desk.clerk, { fromQuarter, formula, reason: '按季调整' });
const twice = { ...goodFormula, base: { ...goodFormula.base, shareBps: 100 } };

describe('[5.6] a formula is published by another person before its quarter', () => {
  test('and then counts until a later one takes its place', async () => {
    const first = await publishedFormula(desk, '2025-Q1');
    const later = await publishedFormula(desk, quartersAfter(thisQuarter(), 1), twice);
    const at = (quarter: string) => desk.read((tx) => desk.formulas.forQuarter(quarter, tx));
    expect((await at('2024-Q4'))?.id).toBeUndefined();
    expect((await at(thisQuarter()))?.id).toBe(first);
    expect((await at(quartersAfter(thisQuarter(), 5)))?.id).toBe(later);
  });

  test('of two published at once for one quarter one counts', async () => {
    const quarter = quartersAfter(thisQuarter(), 3);
    const ids = [await draft(quarter), await draft(quarter)];
    const outcomes = await Promise.allSettled(ids.map((formulaId) => desk.publish.execute(desk.boss, { formulaId })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'BONUS_FORMULA_QUARTER_TAKEN' } });
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ['by who drafted it', async () => desk.publish.execute(desk.clerk, { formulaId: drafts.later }), 'BONUS_FORMULA_SAME_PERSON'],
    ['in its quarter', async () => desk.publish.execute(desk.boss, { formulaId: drafts.running }), 'BONUS_FORMULA_TOO_LATE'],
    [
      'for a quarter before that of the first',
      async () => desk.publish.execute(desk.boss, { formulaId: drafts.past }),
      'BONUS_FORMULA_TOO_LATE',
    ],
    ['after it was withdrawn', async () => desk.publish.execute(desk.boss, { formulaId: drafts.withdrawn }), 'ILLEGAL_TRANSITION'],
    ['that is wrong', () => draft('2030-Q1', { ...goodFormula, minScore: -1 }), 'BONUS_FORMULA_INVALID'],
    ['that nobody drafted', () => desk.publish.execute(desk.boss, { formulaId: 'bnf_none' }), 'NOT_FOUND'],
  ])('%s is refused and changes nothing', async (_title, act, code) => {
    await someDrafts();
    const before = await desk.snapshot();
    await expect(act()).rejects.toMatchObject({ code });
    expect(await desk.snapshot()).toBe(before);
  });

  const drafts = { later: '', running: '', past: '', withdrawn: '' };
  async function someDrafts(): Promise<void> {
    drafts.later = await draft(quartersAfter(thisQuarter(), 8));
    drafts.running = await draft(thisQuarter());
    drafts.past = await draft('2020-Q1');
    drafts.withdrawn = await draft(quartersAfter(thisQuarter(), 9));
    await desk.withdraw.execute(desk.clerk, { formulaId: drafts.withdrawn, reason: '写错了季度' });
  }
});

describe('[5.6] a formula is tried before it is published', () => {
  test('on the closed sheets of a quarter: old and new per person and in all, and changes nothing', async () => {
    await givenSheet(desk.p, { quarter: '2025-Q2' });
    await givenSheet(desk.p, { quarter: '2025-Q2', loans: [20_000_000] });
    await givenSheet(desk.p, { quarter: '2025-Q2', severe: ['vio_1'] });
    await givenSheet(desk.p, { quarter: '2025-Q2', state: 'OPEN' });
    const before = await desk.snapshot();
    const { bonuses, ...totals } = await queries().simulate(twice, '2025-Q2', { first: 2 });
    expect(totals).toMatchObject({ people: 3, blocked: 1, oldTotalFen: 720_000, newTotalFen: 1_440_000 });
    expect(totals.inForceId).toMatch(/^bnf_/);
    expect(bonuses.nodes).toMatchObject([
      { oldFen: 600_000, newFen: 1_200_000 },
      { oldFen: 120_000, newFen: 240_000 },
    ]);
    const rest = await queries().simulate(twice, '2025-Q2', { first: 2, after: bonuses.pageInfo.endCursor });
    expect(rest.bonuses.nodes).toMatchObject([{ blocked: true, oldFen: 0, newFen: 0 }]);
    expect(rest.bonuses.pageInfo.hasNextPage).toBe(false);
    expect(await desk.snapshot()).toBe(before);
  });

  test('where none is in force there is nothing beside it', async () => {
    await givenSheet(desk.p, { quarter: '2024-Q1' });
    expect(await queries().simulate(goodFormula, '2024-Q1', {})).toMatchObject({
      inForceId: null,
      oldTotalFen: null,
      newTotalFen: 600_000,
    });
  });

  test.each<[string, Parameters<BonusFormulaQueries['simulate']>[0], string, string]>([
    ['a formula that is wrong', { ...goodFormula, caps: { personFen: 0, shareOfBaseBps: null } }, '2025-Q2', 'BONUS_FORMULA_INVALID'],
    ['no quarter', goodFormula, '2025', 'QUARTER_INVALID'],
  ])('%s is refused and changes nothing', async (_title, formula, quarter, code) => {
    const before = await desk.snapshot();
    await expect(queries().simulate(formula, quarter, {})).rejects.toMatchObject({ code });
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[5.6] a fixed base goes by what the person was when the quarter ended', () => {
  const quarter = '2024-Q2';
  const levels = [
    { level: 'SUPERVISOR', amountFen: 700_000 },
    { level: 'sales-manager', amountFen: 900_000 },
    { level: 'salesperson', amountFen: 400_000 },
  ];
  const fixed = { ...goodFormula, base: { kind: 'FIXED_BY_LEVEL' as const, shareBps: null, levels } };
  const put = (collection: string, row: Record<string, unknown> & { _id: string }) =>
    desk.p.database.collection<{ _id: string }>(collection).insertOne(row);

  /** Supervisor until the last day of the quarter, manager since, in level, role and on the card. */
  async function raised(): Promise<string> {
    const { employeeId } = await givenSheet(desk.p, { quarter });
    const entry = (level: string, since: string) => ({ level, since, cause: 'PROMOTED', note: null, by: 'emp_hr' });
    await put('career_standings', { _id: employeeId, history: [entry('SUPERVISOR', '2024-06-30'), entry('MANAGER', '2024-07-01')] });
    const card = { $set: { roles: ['sales-manager'], level: 'MANAGER' } };
    await desk.p.database.collection<{ _id: string }>('employees').updateOne({ _id: employeeId }, card);
    for (const [effectiveOn, role] of Object.entries({ '2024-06-30': 'salesperson', '2024-07-01': 'sales-manager' }))
      await put('employee_changes', { _id: newId('emc'), employeeId, effectiveOn, after: { roles: [role] } });
    return employeeId;
  }

  test('in roles and confirmed level, whenever it is prepared; the simulation reads the same', async () => {
    await publishedFormula(desk, quarter, fixed);
    const plain = await givenSheet(desk.p, { quarter });
    expect(await bonusOf(desk, await prepared(desk, plain))).toMatchObject({
      computation: { baseFen: 400_000, totalFen: 480_000, inputs: { levels: ['salesperson'] } },
    });
    const employeeId = await raised();
    const computation = { baseFen: 700_000, inputs: { levels: ['SUPERVISOR', 'salesperson'] } };
    expect(await bonusOf(desk, await prepared(desk, { employeeId, quarter, loanIds: [] }))).toMatchObject({ computation });
    const { bonuses } = await queries().simulate(fixed, quarter, {});
    expect(bonuses.nodes.find((one) => one.employeeId === employeeId)).toMatchObject({ computation });
  });
});
