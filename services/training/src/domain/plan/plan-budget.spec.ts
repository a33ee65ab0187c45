import { describe, expect, test } from '@jest/globals';
import { allowOverspend, checkBudget, progressOf } from './plan-budget.js';
import type { SessionGroup } from './plan-budget.js';
import { draftPlan, publishPlan, TRAINING_TOPICS } from './training-plan.js';

const draft = draftPlan({
  id: 'tpl_1',
  year: 2026,
  needsAnalysis: '新产品上线，三名新员工需要产品、销售与合规基础培训。',
  courses: TRAINING_TOPICS.map((topic, place) => ({ topic, title: topic, hours: 4, budgetFen: place === 0 ? 100_000 : null })),
  adoptedImprovements: [],
});
const plan = publishPlan(draft);
const more = { courseNo: 1, amountFen: 5_000, reason: '外部讲师费用上涨，已与财务核对', allowedBy: 'emp_h', allowedAt: new Date(0) };

describe('[6.1] nobody spends more than the budget of a course', () => {
  test.each([
    ['exactly what is left', { courseNo: 1, costFen: 40_000, spentFen: 60_000 }, null],
    ['nothing, of no course', { courseNo: null, costFen: 0, spentFen: 0 }, null],
    ['nothing, of a course without money', { courseNo: 2, costFen: 0, spentFen: 0 }, null],
    ['a fen too much', { courseNo: 1, costFen: 40_001, spentFen: 60_000 }, 'BUDGET_EXCEEDED'],
    ['something of a course without money', { courseNo: 2, costFen: 1, spentFen: 0 }, 'BUDGET_EXCEEDED'],
    ['something of no course', { courseNo: null, costFen: 1, spentFen: 0 }, 'BUDGET_COURSE_MISSING'],
    ['of a course that is not planned', { courseNo: 7, costFen: 1, spentFen: 0 }, 'PLAN_COURSE_UNKNOWN'],
    ['less than nothing', { courseNo: 1, costFen: -1, spentFen: 0 }, 'INPUT_INVALID'],
  ])('%s', (_name, spending, code) => {
    const act = () => checkBudget(plan, spending);
    if (code) expect(act).toThrow(code);
    else expect(act).not.toThrow();
  });

  test('the refusal tells what is left and what it costs, in yuan', () => {
    expect(() => checkBudget(plan, { courseNo: 1, costFen: 40_001, spentFen: 60_000 })).toThrow(
      expect.objectContaining({ data: { courseNo: 1, left: '400.00', cost: '400.01' } }),
    );
  });

  test('more is allowed with a reason, and no fen beyond that', () => {
    const allowed = allowOverspend(plan, more);
    expect(() => checkBudget(allowed, { courseNo: 1, costFen: 105_000, spentFen: 0 })).not.toThrow();
    expect(() => checkBudget(allowed, { courseNo: 1, costFen: 105_001, spentFen: 0 })).toThrow('BUDGET_EXCEEDED');
  });

  test.each([
    ['for nothing', plan, { amountFen: 0 }, 'OVERSPEND_INVALID'],
    ['less than nothing', plan, { amountFen: -5 }, 'OVERSPEND_INVALID'],
    ['without a reason', plan, { reason: '涨价了' }, 'OVERSPEND_INVALID'],
    ['for a course that is not planned', plan, { courseNo: 9 }, 'PLAN_COURSE_UNKNOWN'],
    ['in a draft', draft, {}, 'PLAN_NOT_PUBLISHED'],
  ])('more is refused %s', (_name, of, change, code) => {
    expect(() => allowOverspend(of, { ...more, ...change })).toThrow(code);
  });
});

describe('[6.1] how far the plan has come', () => {
  const group = (state: string, count: number, costFen: number): SessionGroup => ({ courseNo: 1, state, count, hours: count * 3, costFen });
  const groups = [
    group('PLANNED', 2, 10_000),
    group('HELD', 1, 5_000),
    group('EVALUATED', 1, 2_000),
    group('CLOSED', 3, 3_000),
    group('CANCELLED', 4, 90_000),
  ];

  test('course by course; a cancelled training costs nothing', () => {
    const [first, second] = progressOf(allowOverspend(plan, more), groups);
    expect(first).toMatchObject({ courseNo: 1, planned: 2, held: 1, evaluated: 4, cancelled: 4, heldHours: 15 });
    expect(first).toMatchObject({ spentFen: 20_000, allowedFen: 105_000, leftFen: 85_000 });
    expect(second).toMatchObject({ courseNo: 2, planned: 0, held: 0, evaluated: 0, spentFen: 0, allowedFen: 0, leftFen: 0 });
  });

  test('every training of a planned course is in one column', () => {
    const [first] = progressOf(plan, groups);
    const counted = (first?.planned ?? 0) + (first?.held ?? 0) + (first?.evaluated ?? 0) + (first?.cancelled ?? 0);
    expect(counted).toBe(groups.reduce((total, { count }) => total + count, 0));
  });
});
