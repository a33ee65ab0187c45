import { describe, expect, it, test } from '@jest/globals';
import { assignPair } from './assign-pair.js';
import type { Candidate } from './assign-pair.js';
import type { Investigation } from './investigation.js';

const opened = { state: 'OPENED', investigatorIds: [] } as unknown as Investigation;
const someone = (employeeId: string, change: Partial<Candidate> = {}): Candidate => ({
  employeeId,
  active: true,
  roles: ['investigator'],
  ...change,
});
const pair = [someone('emp_1'), someone('emp_2')];

describe('[4.11] two people investigate', () => {
  test('two different active investigators', () => {
    expect(assignPair(opened, ['emp_1', 'emp_2'], pair)).toMatchObject({ state: 'ASSIGNED', investigatorIds: ['emp_1', 'emp_2'] });
  });

  test('another pair may take over while the work goes on', () => {
    const running = { ...opened, state: 'INVESTIGATING', investigatorIds: ['emp_8', 'emp_9'] } as Investigation;
    expect(assignPair(running, ['emp_1', 'emp_2'], pair)).toMatchObject({ state: 'INVESTIGATING', investigatorIds: ['emp_1', 'emp_2'] });
  });

  it.each<[string, string[], Candidate[], string]>([
    ['nobody', [], pair, 'INVESTIGATORS_NOT_TWO'],
    ['one', ['emp_1'], pair, 'INVESTIGATORS_NOT_TWO'],
    ['the same one twice', ['emp_1', 'emp_1'], pair, 'INVESTIGATORS_NOT_TWO'],
    ['three', ['emp_1', 'emp_2', 'emp_3'], pair, 'INVESTIGATORS_NOT_TWO'],
    ['a stranger', ['emp_1', 'emp_9'], pair, 'INVESTIGATOR_NOT_ELIGIBLE'],
    ['somebody who has left', ['emp_1', 'emp_3'], [...pair, someone('emp_3', { active: false })], 'INVESTIGATOR_NOT_ELIGIBLE'],
    ['a salesperson', ['emp_3', 'emp_1'], [...pair, someone('emp_3', { roles: ['salesperson'] })], 'INVESTIGATOR_NOT_ELIGIBLE'],
    [
      'the risk manager without the role',
      ['emp_1', 'emp_3'],
      [...pair, someone('emp_3', { roles: ['risk-manager'] })],
      'INVESTIGATOR_NOT_ELIGIBLE',
    ],
  ])('refuses %s', (_name, ids, candidates, code) => {
    expect(() => assignPair(opened, ids, candidates)).toThrow(expect.objectContaining({ code, field: 'investigatorIds' }));
  });

  it.each(['FINALISED', 'RETURNED', 'WITHDRAWN'])('[7.12] nobody is assigned in %s', (state) => {
    expect(() => assignPair({ ...opened, state } as Investigation, ['emp_1', 'emp_2'], pair)).toThrow(
      expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }),
    );
  });
});
