import { describe, expect, test } from '@jest/globals';
import { conflictOf, recusalReason } from './approval-case.js';
import { aCase } from '../__cases__/committee.builder.js';

describe('[7.3] who took part in the application does not vote on it', () => {
  test.each([
    ['the salesperson', 'emp_seller', 'SALESPERSON'],
    ['the first investigator', 'emp_inv1', 'INVESTIGATOR'],
    ['the second investigator', 'emp_inv2', 'INVESTIGATOR'],
    ['a member who had no part', 'emp_a', null],
    ['a stranger', 'emp_nobody', null],
  ])('%s', (_name, employeeId, conflict) => {
    expect(conflictOf(aCase(), employeeId)).toBe(conflict);
    expect(recusalReason(aCase(), employeeId)).toBe(conflict);
  });

  test('a seller who also investigated is a seller first', () => {
    const participants = [
      { role: 'INVESTIGATOR' as const, employeeId: 'emp_a' },
      { role: 'SALESPERSON' as const, employeeId: 'emp_a' },
    ];
    expect(conflictOf({ participants }, 'emp_a')).toBe('SALESPERSON');
  });

  test('a declared recusal keeps its reason', () => {
    const recusals = [{ employeeId: 'emp_a', reason: '与借款人系亲属', kind: 'DECLARED' as const, at: new Date(0) }];
    expect(recusalReason(aCase({ recusals }), 'emp_a')).toBe('与借款人系亲属');
    expect(recusalReason(aCase({ recusals }), 'emp_b')).toBeNull();
  });
});
