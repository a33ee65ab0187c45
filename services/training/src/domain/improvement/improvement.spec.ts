import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { evaluateSession, planSession, recordAttendance } from '../session/training-session.js';
import { adoptImprovement, closeImprovement, raiseImprovement } from './improvement.js';
import type { ImprovementFacts } from './improvement.js';

const today = parseLocalDate('2026-03-09');
const at = new Date('2026-03-09T02:00:00Z');
const held = recordAttendance(
  planSession({
    ...{ id: 'trs_1', planId: 'tpl_1', topic: 'LAW', title: '法规', kind: 'EXTERNAL', trainerId: null, institution: '银行学院' },
    ...{ resource: null, mode: null, heldOn: parseLocalDate('2026-03-02'), hours: 4 },
  }),
  ['emp_a'],
);
const results = [{ employeeId: 'emp_a', mark: 80, text: null }];
const session = evaluateSession(held, { method: 'EXAM', results, improvements: [], evaluatedOn: today });
const facts: ImprovementFacts = { id: 'tim_1', text: '增加案例演练', ownerId: 'emp_t', dueOn: today, raisedBy: 'emp_m', raisedAt: at };
const item = raiseImprovement(session, facts, today);
const plan = { id: 'tpl_2', year: 2027, state: 'DRAFT' as const };

describe('[6.9] what should be better is bound to an evaluation', () => {
  test('with its owner and its day', () => {
    expect(item).toMatchObject({ sessionId: 'trs_1', evaluatedOn: today, ownerId: 'emp_t', owedOn: today, state: 'OPEN', planId: null });
  });

  test.each<[string, typeof session, Partial<ImprovementFacts>, string]>([
    ['of a training that was not evaluated', held, {}, 'IMPROVEMENT_WITHOUT_EVALUATION'],
    ['due yesterday', session, { dueOn: parseLocalDate('2026-03-08') }, 'IMPROVEMENT_DAY_PAST'],
    ['without words', session, { text: '好' }, 'TEXT_TOO_SHORT'],
    ["[3.7] with somebody's number", session, { text: '请联系 13800138000' }, 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refused: %s', (_name, of, change, code) => {
    expect(() => raiseImprovement(of, { ...facts, ...change }, today)).toThrow(code);
  });

  test('ends once, with words', () => {
    const said = { text: '已加入三个案例', by: 'emp_t', at };
    const closing = { ...said, looksAfter: true };
    expect(closeImprovement(item, 'finish', closing)).toMatchObject({ state: 'DONE', owedOn: null, closing: said });
    expect(closeImprovement(item, 'drop', closing).state).toBe('DROPPED');
    expect(() => closeImprovement(item, 'drop', { ...closing, text: '' })).toThrow('TEXT_TOO_SHORT');
    expect(() => closeImprovement(closeImprovement(item, 'finish', closing), 'drop', closing)).toThrow('ILLEGAL_TRANSITION');
  });
});

describe('[6.9] who closes it', () => {
  const said = { text: '已加入三个案例', at };
  test.each<[string, 'finish' | 'drop', string, boolean, string | null]>([
    ['its owner reports it done', 'finish', 'emp_t', false, null],
    ['a trainer or the manager reports it done', 'finish', 'emp_u', true, null],
    ['a trainer or the manager drops it', 'drop', 'emp_u', true, null],
    ['its owner does not let himself off', 'drop', 'emp_t', false, 'IMPROVEMENT_NOT_YOURS'],
    ['a colleague does not report it done', 'finish', 'emp_x', false, 'IMPROVEMENT_NOT_YOURS'],
    ['a colleague does not drop it', 'drop', 'emp_x', false, 'IMPROVEMENT_NOT_YOURS'],
  ])('%s', (_name, how, by, looksAfter, code) => {
    const act = () => closeImprovement(item, how, { ...said, by, looksAfter });
    if (code) expect(act).toThrow(code);
    else expect(act().owedOn).toBeNull();
  });
});

describe('[6.9] a later plan takes it up', () => {
  test.each([2027, 2028])('the plan of %s', (year) => {
    expect(adoptImprovement(item, { ...plan, year }).planId).toBe('tpl_2');
  });

  test('one that is done is taken up, too: it worked', () => {
    const done = closeImprovement(item, 'finish', { text: '已加入三个案例', by: 'emp_t', at, looksAfter: true });
    expect(adoptImprovement(done, plan).planId).toBe('tpl_2');
  });

  test.each<[string, () => unknown, string]>([
    ['by the plan of the same year', () => adoptImprovement(item, { ...plan, year: 2026 }), 'IMPROVEMENT_PLAN_YEAR'],
    ['by an earlier plan', () => adoptImprovement(item, { ...plan, year: 2025 }), 'IMPROVEMENT_PLAN_YEAR'],
    ['by a published plan', () => adoptImprovement(item, { ...plan, state: 'PUBLISHED' }), 'IMPROVEMENT_PLAN_PUBLISHED'],
    ['twice', () => adoptImprovement(adoptImprovement(item, plan), { ...plan, id: 'tpl_3' }), 'IMPROVEMENT_ADOPTED'],
    [
      'after it was dropped',
      () => adoptImprovement(closeImprovement(item, 'drop', { text: '成本过高不做', by: 'emp_t', at, looksAfter: true }), plan),
      'IMPROVEMENT_DROPPED',
    ],
  ])('refused: %s', (_name, act, code) => {
    expect(act).toThrow(code);
  });
});
