import { describe, expect, it, test } from '@jest/globals';
import { assignPair, stayingWithout } from './assign-pair.js';
import type { Candidate } from './assign-pair.js';
import type { Investigation } from './investigation.js';

const opened = { state: 'OPENED', investigatorIds: [], assignments: [] } as unknown as Investigation;
const someone = (employeeId: string, change: Partial<Candidate> = {}): Candidate => ({
  employeeId,
  active: true,
  roles: ['investigator'],
  ...change,
});
const pair = [someone('emp_1'), someone('emp_2')];
const how = { assignedBy: 'emp_m', assignedAt: new Date('2026-11-23T08:00:00Z'), reason: null, proposed: false };
const assign = (
  to: Investigation,
  investigatorIds: string[],
  candidates: Candidate[],
  change: { conflicted?: string[]; reason?: string } = {},
) =>
  assignPair(to, { investigatorIds, candidates, conflicted: new Set(change.conflicted ?? []) }, { ...how, reason: change.reason ?? null });

describe('[4.11] two people investigate', () => {
  test('two different active investigators', () => {
    expect(assign(opened, ['emp_1', 'emp_2'], pair)).toMatchObject({ state: 'ASSIGNED', investigatorIds: ['emp_1', 'emp_2'] });
  });

  test('another pair may take over while the work goes on', () => {
    const running = { ...opened, state: 'INVESTIGATING', investigatorIds: ['emp_8', 'emp_9'] } as Investigation;
    expect(assign(running, ['emp_1', 'emp_2'], pair)).toMatchObject({ state: 'INVESTIGATING', investigatorIds: ['emp_1', 'emp_2'] });
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
    expect(() => assign(opened, ids, candidates)).toThrow(expect.objectContaining({ code, field: 'investigatorIds' }));
  });

  it.each(['FINALISED', 'RETURNED', 'WITHDRAWN'])('[7.12] nobody is assigned in %s', (state) => {
    expect(() => assign({ ...opened, state } as Investigation, ['emp_1', 'emp_2'], pair)).toThrow(
      expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }),
    );
  });

  test('every pair stays readable, with who chose it and why', () => {
    const first = assign(opened, ['emp_1', 'emp_2'], pair);
    const second = assign(first, ['emp_2', 'emp_3'], [...pair, someone('emp_3')], { reason: 'emp_1 has left the company' });
    expect(second.assignments).toMatchObject([
      { investigatorIds: ['emp_1', 'emp_2'], reason: null, proposed: false },
      { investigatorIds: ['emp_2', 'emp_3'], reason: 'emp_1 has left the company' },
    ]);
  });

  it.each<[string, object, string]>([
    ['somebody close to the customer', { conflicted: ['emp_2'] }, 'INVESTIGATOR_CONFLICTED'],
    ['both close to the customer', { conflicted: ['emp_1', 'emp_2'] }, 'INVESTIGATOR_CONFLICTED'],
    ['a reason in one letter', { reason: 'x' }, 'TEXT_MISSING'],
    ['[3.7] a reason with a telephone number', { reason: 'call 13800001111' }, 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refuses %s', (_name, change, code) => {
    expect(() => assign(opened, ['emp_1', 'emp_2'], pair, change)).toThrow(expect.objectContaining({ code }));
  });

  test('who stays when one of the two leaves', () => {
    expect(stayingWithout({ investigatorIds: ['emp_1', 'emp_2'] }, 'emp_1')).toEqual(['emp_2']);
  });

  it.each([[[]], [['emp_1', 'emp_2']]])('nobody leaves a pair that he is not of: %j', (investigatorIds) => {
    expect(() => stayingWithout({ investigatorIds }, 'emp_9')).toThrow(expect.objectContaining({ code: 'INVESTIGATOR_NOT_OF_PAIR' }));
  });
});
