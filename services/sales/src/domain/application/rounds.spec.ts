import { expect, test } from '@jest/globals';
import { changeLastRound, openRound, requireReasons } from './rounds.js';

const at = new Date(0);
const note = { by: 'sales' as const, employeeId: 'emp_1', reasons: ['补充收入证明'], at, dueAt: at };

test('[4.7] a returned round stays as it was when the next one runs', () => {
  const first = changeLastRound(openRound([], 'emp_1', at), { checkStartedAt: at, returned: note });
  const second = changeLastRound(openRound(first, 'emp_1', at), { passedAt: at });
  expect(second.map(({ no, returned, passedAt }) => [no, returned?.reasons, passedAt])).toEqual([
    [1, ['补充收入证明'], null],
    [2, undefined, at],
  ]);
});

test.each([[[]], [['']], [['  ', '\n']]])('[4.7] %j does not say what to supplement', (reasons) => {
  expect(() => requireReasons(reasons)).toThrow(expect.objectContaining({ code: 'RETURN_REASONS_MISSING', field: 'reasons' }));
});

test('[4.7] what is said is kept', () => {
  expect(requireReasons([' 身份证过期 ', ''])).toEqual(['身份证过期']);
});
