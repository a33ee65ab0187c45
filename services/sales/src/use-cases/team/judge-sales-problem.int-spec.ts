import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { person, seedPeople } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { TeamQueries } from '../../queries/team/team.queries.js';
import { AssignSalesProblem } from './assign-sales-problem.use-case.js';
import { ConcludeMarketReport } from './conclude-market-report.use-case.js';
import { CorrectMarketReport } from './correct-market-report.use-case.js';
import { JudgeSalesProblem } from './judge-sales-problem.use-case.js';
import { RaiseSalesProblem } from './raise-sales-problem.use-case.js';
import { SolveSalesProblem } from './solve-sales-problem.use-case.js';
import { WriteMarketReport } from './write-market-report.use-case.js';

let desk: SalesDesk;
let team: TeamQueries;
const colleague = person('sales', 'salesperson');
beforeAll(async () => {
  desk = await salesDesk();
  team = new TeamQueries(desk.platform.database, desk.platform.directory, desk.platform.clock);
  await seedPeople(desk.platform, [desk.seller, colleague, person('risk', 'investigator')]);
});
afterAll(() => desk.stop());

const today = () => desk.platform.clock.today();
const raise = () =>
  desk.get(RaiseSalesProblem).execute(desk.seller, { kind: 'PROCESS', title: '资料反复退回', text: '收入证明格式不统一' });
const assign = (problemId: string, change: { ownerId?: string; dueOn?: LocalDate } = {}) =>
  desk.get(AssignSalesProblem).execute(desk.manager, { problemId, ownerId: colleague.employeeId, dueOn: today(), ...change });
const solve = (problemId: string, by = colleague) => desk.get(SolveSalesProblem).execute(by, { problemId, resolution: '已统一模板' });
const judge = (problemId: string, solved: boolean, reason: string | null = null, by = desk.seller) =>
  desk.get(JudgeSalesProblem).execute(by, { problemId, solved, reason });
const inHand = async () => assign(await raise());
const refusedAsIs = async (act: () => Promise<unknown>, code: string) => {
  const before = await desk.snapshot();
  expect(await codesOf(act())).toEqual([code]);
  expect(await desk.snapshot()).toBe(before);
};

describe('[2.5] a problem of the daily work', () => {
  test('goes from who raised it to its owner and back, until it is solved', async () => {
    const id = await raise();
    expect((await team.problems({ state: 'open' })).nodes.map((one) => one.id)).toEqual([id]);
    await assign(id);
    await solve(id);
    await judge(id, false, '仍有退回');
    await solve(id);
    await judge(id, true);
    const [problem] = await team.problemsByIds([id]);
    expect(problem).toMatchObject({ state: 'closed', ownerId: colleague.employeeId });
    expect(problem?.steps.map(({ event }) => event)).toEqual(['raise', 'assign', 'solve', 'reopen', 'solve', 'confirm']);
  });

  test('is listed as overdue once its day has passed', async () => {
    const id = await inHand();
    expect((await team.problems({ overdue: true })).nodes).toEqual([]);
    await desk.platform.database.collection('sales_problems').updateOne({ _id: id as never }, { $set: { dueOn: addDays(today(), -1) } });
    expect((await team.problems({ overdue: true, ownerId: colleague.employeeId })).nodes.map((one) => one.id)).toEqual([id]);
  });

  test.each<[string, () => Promise<() => Promise<unknown>>, string]>([
    ['given to a stranger', async () => assign.bind(null, await raise(), { ownerId: newId('emp') }), 'NOT_A_SALESPERSON'],
    ['given until yesterday', async () => assign.bind(null, await raise(), { dueOn: addDays(today(), -1) }), 'DUE_BEFORE_TODAY'],
    ['solved by somebody else', async () => solve.bind(null, await inHand(), desk.seller), 'NOT_THE_OWNER'],
    ['judged before it is solved', async () => judge.bind(null, await inHand(), true), 'ILLEGAL_TRANSITION'],
    ['judged by its owner', async () => judge.bind(null, await solve(await inHand()), true, null, colleague), 'NOT_THE_RAISER'],
    ['sent back without a reason', async () => judge.bind(null, await solve(await inHand()), false), 'REASON_REQUIRED'],
  ])('is not %s, and nothing changes', async (_title, given, code) => {
    await refusedAsIs(await given(), code);
  });
});

describe('[2.7] what is seen of the market', () => {
  const text = { finding: '同业下调利率至一成', consequence: '老客户可能流失', source: '门店公示' };
  const write = () =>
    desk.get(WriteMarketReport).execute(desk.seller, { kind: 'COMPETITOR', topic: 'INTEREST_RATES', competitor: '某某小贷', ...text });
  const correct = (reportId: string, by = desk.seller) =>
    desk.get(CorrectMarketReport).execute(by, { reportId, ...text, finding: '同业下调利率至一成二', reason: '数字有误' });
  const conclude = (reportId: string) => desk.get(ConcludeMarketReport).execute(desk.manager, { reportId, conclusion: '推出续贷优惠' });

  test('is found by period and topic, corrected beside the first text, and concluded', async () => {
    const id = await write();
    await correct(id);
    await conclude(id);
    const { nodes } = await team.marketReports({ quarter: '2026-Q4', topic: 'INTEREST_RATES' });
    expect(nodes).toMatchObject([{ id, corrections: [{ before: text }], conclusion: { text: '推出续贷优惠' } }]);
    expect((await team.marketReports({ topic: 'DEMAND' })).nodes).toEqual([]);
  });

  test.each<[string, () => Promise<() => Promise<unknown>>, string]>([
    ['corrected by somebody else', async () => correct.bind(null, await write(), colleague), 'NOT_THE_AUTHOR'],
    ['corrected after its conclusion', async () => correct.bind(null, await conclude(await write())), 'REPORT_CONCLUDED'],
    ['concluded twice', async () => conclude.bind(null, await conclude(await write())), 'REPORT_CONCLUDED'],
  ])('is not %s, and nothing changes', async (_title, given, code) => {
    await refusedAsIs(await given(), code);
  });
});
