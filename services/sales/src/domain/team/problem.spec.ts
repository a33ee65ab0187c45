import { describe, expect, it, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { assignProblem, judgeSolution, raiseProblem, solveProblem } from './problem.js';

const at = new Date('2026-11-23T10:00:00Z');
const today = '2026-11-23' as LocalDate;
const raised = raiseProblem({ id: 'prb_1', kind: 'PROCESS', title: '资料反复退回', words: '收入证明格式不统一', by: 'emp_1', at });
const manager = { by: 'emp_9', at, words: null };
const owned = assignProblem(raised, { ownerId: 'emp_2', dueOn: '2026-11-30' as LocalDate }, manager, today);
const solved = solveProblem(owned, { by: 'emp_2', at, words: '已统一模板' });
const refusal = (code: string) => expect.objectContaining({ code });

describe('[2.5] a problem of the daily work', () => {
  test('is raised, given to somebody, solved and confirmed by who raised it', () => {
    const closed = judgeSolution(solved, 'confirm', { by: 'emp_1', at, words: null }, false);
    expect(closed.state).toBe('closed');
    expect(closed.steps.map(({ event }) => event)).toEqual(['raise', 'assign', 'solve', 'confirm']);
  });

  test('goes back to its owner when it is not solved, and the manager may give it to another', () => {
    const back = judgeSolution(solved, 'reopen', { by: 'emp_9', at, words: '仍有退回' }, true);
    expect(back).toMatchObject({ state: 'in-hand', ownerId: 'emp_2' });
    expect(assignProblem(back, { ownerId: 'emp_3', dueOn: today }, manager, today).ownerId).toBe('emp_3');
  });

  it.each<[string, () => unknown, string]>([
    ['raised without words', () => raiseProblem({ ...raised, words: '', by: 'emp_1', at }), 'REASON_REQUIRED'],
    [
      'raised with a number of a person',
      () => raiseProblem({ ...raised, words: '客户 13800138000 投诉', by: 'emp_1', at }),
      'PERSONAL_NUMBER_IN_TEXT',
    ],
    [
      'given to somebody until yesterday',
      () => assignProblem(raised, { ownerId: 'emp_2', dueOn: '2026-11-22' as LocalDate }, manager, today),
      'DUE_BEFORE_TODAY',
    ],
    ['solved before anybody has it', () => solveProblem(raised, { by: 'emp_1', at, words: '已统一模板' }), 'ILLEGAL_TRANSITION'],
    ['solved by somebody else', () => solveProblem(owned, { by: 'emp_3', at, words: '已统一模板' }), 'NOT_THE_OWNER'],
    ['solved without saying how', () => solveProblem(owned, { by: 'emp_2', at, words: '' }), 'REASON_REQUIRED'],
    ['confirmed by a bystander', () => judgeSolution(solved, 'confirm', { by: 'emp_3', at, words: null }, false), 'NOT_THE_RAISER'],
    [
      'confirmed by its owner',
      () => judgeSolution({ ...solved, raisedBy: 'emp_2' }, 'confirm', { by: 'emp_2', at, words: null }, false),
      'OWN_SOLUTION',
    ],
    [
      'confirmed by a manager who solved it',
      () => judgeSolution(solved, 'confirm', { by: 'emp_2', at, words: null }, true),
      'OWN_SOLUTION',
    ],
    ['sent back without a reason', () => judgeSolution(solved, 'reopen', { by: 'emp_1', at, words: null }, false), 'REASON_REQUIRED'],
    ['confirmed before it is solved', () => judgeSolution(owned, 'confirm', { by: 'emp_1', at, words: null }, false), 'ILLEGAL_TRANSITION'],
  ])('is not %s', (_title, act, code) => {
    expect(act).toThrow(refusal(code));
  });
});
