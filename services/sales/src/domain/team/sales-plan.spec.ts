import { describe, expect, it, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { changePlan, checkContent, publishPlan, requireQuarterAhead } from './sales-plan.js';
import type { PlanContent, SalesPlan } from './sales-plan.js';

const at = new Date('2026-10-08T02:00:00Z');
const team = ['emp_1', 'emp_2'];
const content: PlanContent = {
  strategy: '以社区小店为主，老客户转介绍为辅',
  initiatives: [{ title: '走访批发市场', ownerId: 'emp_1', dueOn: '2026-11-30' as LocalDate }],
  reportIds: [],
  department: { disbursedFen: 300, loans: 3, newCustomers: 2 },
  targets: [
    { employeeId: 'emp_1', disbursedFen: 200, loans: 2, newCustomers: 1 },
    { employeeId: 'emp_2', disbursedFen: 100, loans: 1, newCustomers: 1 },
  ],
};
const draft: SalesPlan = {
  ...{ id: 'pln_1', version: 1, quarter: '2026-Q4', state: 'draft', ...content },
  ...{ createdBy: 'emp_9', createdAt: at, publishedAt: null, revisions: [] },
};
const published: SalesPlan = { ...draft, state: 'published', publishedAt: at };
const change = { reason: '市场需求下降', by: 'emp_9', at };
const target = (part: object) => ({ ...content, targets: [{ ...content.targets[0], ...part }, content.targets[1]] }) as PlanContent;

function codes(act: () => unknown): string[] {
  try {
    act();
    return [];
  } catch (error) {
    const { code, all } = error as { code: string; all?: { code: string }[] };
    return all?.map((one) => one.code) ?? [code];
  }
}

describe('[2.3] a sales plan', () => {
  test.each(['2026-Q4', '2027-Q1'])('is made for %s', (quarter) => {
    expect(() => requireQuarterAhead(quarter, '2026-12-31' as LocalDate)).not.toThrow();
  });

  it.each([
    ['2026-Q3', 'PLAN_QUARTER_OVER'],
    ['2026-Q5', 'INPUT_INVALID'],
    ['2026Q4', 'INPUT_INVALID'],
    ['', 'INPUT_INVALID'],
  ])('is not made for "%s": %s', (quarter, code) => {
    expect(codes(() => requireQuarterAhead(quarter, '2026-10-01' as LocalDate))).toEqual([code]);
  });

  it.each<[string, PlanContent, string[]]>([
    ['without a strategy', { ...content, strategy: ' 多卖 ' }, ['REASON_REQUIRED']],
    ['with a negative target', target({ loans: -1 }), ['INPUT_INVALID']],
    ['with half a loan', target({ loans: 1.5 }), ['INPUT_INVALID']],
    ['with two targets for one person', target({ employeeId: 'emp_2' }), ['INPUT_INVALID']],
    [
      'with an initiative after the quarter',
      { ...content, initiatives: [{ title: '走访批发市场', ownerId: 'emp_1', dueOn: '2027-01-01' as LocalDate }] },
      ['INPUT_INVALID'],
    ],
    ['with several mistakes, told at once', { ...target({ newCustomers: -1 }), strategy: '' }, ['REASON_REQUIRED', 'INPUT_INVALID']],
  ])('is refused %s', (_title, wrong, expected) => {
    expect(codes(() => checkContent(wrong, '2026-Q4'))).toEqual(expected);
  });

  test('is published when everybody has a target and together they secure the department', () => {
    expect(publishPlan(draft, team, at)).toEqual(published);
    expect(publishPlan({ ...draft, ...target({ loans: 9 }) }, team, at).state).toBe('published');
  });

  it.each<[string, SalesPlan, readonly string[], string[]]>([
    ['when somebody has no target', draft, [...team, 'emp_3'], ['TARGET_MISSING']],
    ['when the money falls short by a fen', { ...draft, ...target({ disbursedFen: 199 }) }, team, ['TARGETS_TOO_LOW']],
    ['when two measures fall short', { ...draft, ...target({ loans: 1, newCustomers: 0 }) }, team, ['TARGETS_TOO_LOW', 'TARGETS_TOO_LOW']],
    ['twice', published, team, ['PLAN_PUBLISHED']],
  ])('is not published %s', (_title, plan, people, expected) => {
    expect(codes(() => publishPlan(plan, people, at))).toEqual(expected);
  });

  test('as a draft is rewritten, published it keeps what it said before', () => {
    const other = { ...content, strategy: '以经营贷为主' };
    expect(changePlan(draft, other, { ...change, reason: null }, team).revisions).toEqual([]);
    expect(changePlan(published, other, change, team)).toMatchObject({
      strategy: '以经营贷为主',
      revisions: [{ before: content, ...change }],
    });
  });

  it.each<[string, PlanContent, string | null, string[]]>([
    ['without a reason', content, null, ['REASON_REQUIRED']],
    ['below the department target', target({ loans: 0 }), change.reason, ['TARGETS_TOO_LOW']],
  ])('that is published is not revised %s', (_title, next, reason, expected) => {
    expect(codes(() => changePlan(published, next, { ...change, reason }, team))).toEqual(expected);
  });
});
