import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors, parseLocalDate } from '@weilend/kernel';
import { comment, endPlan, finishStep, makePlan, noteProgress, rewritePlan } from './career-plan.js';
import type { PlanContent } from './career-plan.js';

const today = parseLocalDate('2026-07-01');
const mine = { employeeId: 'emp_1', level: 'SALESPERSON', today } as const;
const content: PlanContent = {
  targetLevel: 'SUPERVISOR',
  byWhen: parseLocalDate('2028-06-30'),
  goals: [
    { text: '成为高级销售员', steps: ['连续四个季度达标', '完成风险管理培训'], topics: ['RISK_MANAGEMENT'] },
    { text: '学会带教新人', steps: ['带教一名见习销售员'], topics: [] },
  ],
};
const plan = makePlan('cpl_1', content, mine);
const remark = (by: string, text = '本月完成两次走访') => ({ by, at: new Date(0), text });

const codesOf = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    if (error instanceof DomainErrors) return error.all.map(({ code }) => code);
    if (error instanceof DomainError) return [error.code];
    throw error;
  }
};
const goals = (change: Partial<PlanContent['goals'][number]>) => ({
  goals: [{ text: '成为高级销售员', steps: ['连续四个季度达标'], topics: [], ...change }],
});

describe('[6.11] an own career plan', () => {
  test('has a level to reach, a day, goals with steps and topics', () => {
    expect(plan).toMatchObject({ state: 'ACTIVE', openKey: 'emp_1', targetLevel: 'SUPERVISOR', madeOn: today });
    expect(plan.goals[0]).toEqual({
      text: '成为高级销售员',
      topics: ['RISK_MANAGEMENT'],
      steps: [
        { text: '连续四个季度达标', doneOn: null },
        { text: '完成风险管理培训', doneOn: null },
      ],
    });
  });

  test.each<[string, Partial<PlanContent>, string[]]>([
    ['for the own level', { targetLevel: 'SALESPERSON' }, ['PLAN_TARGET_NOT_ABOVE']],
    ['for a lower level', { targetLevel: 'TRAINEE' }, ['PLAN_TARGET_NOT_ABOVE']],
    ['for today', { byWhen: today }, ['PLAN_DAY_PAST']],
    ['without goals', { goals: [] }, ['PLAN_GOALS']],
    ['with eleven goals', { goals: Array.from({ length: 11 }, () => content.goals[1] as (typeof content.goals)[number]) }, ['PLAN_GOALS']],
    ['with an empty goal', goals({ text: ' ' }), ['CAREER_TEXT_TOO_SHORT']],
    ['with a goal without steps', goals({ steps: [] }), ['PLAN_STEPS']],
    ['with an empty step', goals({ steps: ['  '] }), ['PLAN_STEPS']],
    ['with a step twice', goals({ steps: ['完成培训课程', '完成培训课程'] }), ['PLAN_STEPS']],
    ['with a topic twice', goals({ topics: ['LAW', 'LAW'] }), ['PLAN_TOPIC_TWICE']],
    ['wrong in three ways', { targetLevel: 'TRAINEE', byWhen: today, goals: [] }, ['PLAN_TARGET_NOT_ABOVE', 'PLAN_DAY_PAST', 'PLAN_GOALS']],
  ])('is refused %s', (_title, change, codes) => {
    expect(codesOf(() => makePlan('cpl_1', { ...content, ...change }, mine))).toEqual(codes);
    expect(codesOf(() => rewritePlan(plan, { ...content, ...change }, mine))).toEqual(codes);
  });

  test('written anew keeps what was done of what stays', () => {
    const done = finishStep(plan, { goal: 0, step: 1 }, mine);
    const anew = rewritePlan(done, { ...content, goals: content.goals.slice(0, 1) }, mine);
    expect(anew.goals).toEqual([done.goals[0]]);
    expect(anew.goals[0]?.steps[1]?.doneOn).toBe(today);
    expect(
      rewritePlan(done, { ...content, ...goals({ text: '另一个目标', steps: ['完成风险管理培训'] }) }, mine).goals[0]?.steps[0]?.doneOn,
    ).toBeNull();
  });

  test('is achieved once the person stands on its level, and otherwise just ended', () => {
    expect(endPlan(plan, mine)).toMatchObject({ state: 'ENDED', openKey: null, endedOn: today });
    expect(endPlan(plan, { ...mine, level: 'MANAGER' })).toMatchObject({ state: 'ACHIEVED' });
  });

  const ended = endPlan(plan, mine);
  const done = finishStep(plan, { goal: 1, step: 0 }, mine);
  const full = { ...plan, comments: Array.from({ length: 500 }, () => remark('emp_m')) };
  test.each<[string, () => unknown, string]>([
    ['another writes it', () => rewritePlan(plan, content, { ...mine, employeeId: 'emp_2' }), 'PLAN_NOT_OWN'],
    ['another finishes a step', () => finishStep(plan, { goal: 0, step: 0 }, { ...mine, employeeId: 'emp_2' }), 'PLAN_NOT_OWN'],
    ['another notes progress', () => noteProgress(plan, remark('emp_m')), 'PLAN_NOT_OWN'],
    ['another ends it', () => endPlan(plan, { ...mine, employeeId: 'emp_m' }), 'PLAN_NOT_OWN'],
    ['the person comments himself', () => comment(plan, remark('emp_1')), 'PLAN_OWN_COMMENT'],
    ['a comment says nothing', () => comment(plan, remark('emp_m', ' ')), 'CAREER_TEXT_TOO_SHORT'],
    ['there is no room', () => comment(full, remark('emp_m')), 'PLAN_REMARKS_FULL'],
    ['the goal is unknown', () => finishStep(plan, { goal: 2, step: 0 }, mine), 'PLAN_STEP_UNKNOWN'],
    ['the step is unknown', () => finishStep(plan, { goal: 1, step: -1 }, mine), 'PLAN_STEP_UNKNOWN'],
    ['the step is done', () => finishStep(done, { goal: 1, step: 0 }, mine), 'PLAN_STEP_DONE'],
    ['it is ended: change', () => rewritePlan(ended, content, mine), 'ILLEGAL_TRANSITION'],
    ['it is ended: note', () => noteProgress(ended, remark('emp_1')), 'ILLEGAL_TRANSITION'],
    ['it is ended: comment', () => comment(ended, remark('emp_m')), 'ILLEGAL_TRANSITION'],
    ['it is ended: end', () => endPlan(ended, mine), 'ILLEGAL_TRANSITION'],
  ])('refuses when %s', (_title, act, code) => {
    expect(codesOf(act)).toEqual([code]);
  });

  test('keeps progress and comments apart', () => {
    const talked = comment(noteProgress(plan, remark('emp_1')), remark('emp_m', '方向正确，继续努力'));
    expect([talked.notes.map(({ by }) => by), talked.comments.map(({ by }) => by)]).toEqual([['emp_1'], ['emp_m']]);
  });
});
