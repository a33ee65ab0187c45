import { describe, expect, it } from '@jest/globals';
import type { Department } from '@weilend/kernel';
import { endsInMeeting, managersOfAll, meetingDepartments, whoIsTold } from './who-is-told.js';

const staff: Partial<Record<Department, readonly string[]>> = {
  risk: ['risk-1', 'risk-2'],
  approval: ['chair'],
  sales: ['sales-1'],
  coordination: ['coo'],
  compliance: ['legal'],
};
const managersOf = (department: Department): readonly string[] => staff[department] ?? [];
const work = {
  kind: 'HANDOFF',
  type: 'decide-application',
  from: 'risk',
  to: 'approval',
  ownerId: 'owner',
  participants: [{ employeeId: 'sales-7' }],
} as const;

describe('who is told', () => {
  it.each([
    [0, ['owner']],
    [1, ['owner', 'chair']],
    [2, ['chair', 'risk-1', 'risk-2']],
    [3, ['owner', 'chair', 'risk-1', 'risk-2']],
  ])('[8.6] level %d tells %j', (level, expected) => {
    expect(whoIsTold(level, work, managersOf)).toEqual(expected);
  });

  it.each([
    ['nobody has it in hand: the manager', 0, { ...work, ownerId: null }, ['chair']],
    ['nobody has it in hand at the deadline: the manager once', 1, { ...work, ownerId: null }, ['chair']],
    ['the owner is the manager: told once', 1, { ...work, ownerId: 'chair' }, ['owner-is-chair']],
    ["the receiving manager's chair is empty: the coordinator", 1, { ...work, to: 'finance' as const }, ['owner', 'coo']],
    ["the sending manager's chair is empty: the coordinator", 2, { ...work, from: 'hr' as const }, ['chair', 'coo']],
    ['both chairs are empty: the coordinator once', 2, { ...work, from: 'hr' as const, to: 'finance' as const }, ['coo']],
  ])('[8.6] %s', (_name, level, late, expected) => {
    expect(whoIsTold(level, late, managersOf)).toEqual(expected[0] === 'owner-is-chair' ? ['chair'] : expected);
  });

  it('[8.1] about a meeting that nobody wrote down everybody who was invited hears at the last level, and only there', () => {
    const record = { ...work, kind: 'MEETING', from: 'coordination', to: 'coordination' } as const;
    expect([0, 1, 2, 3].map((level) => whoIsTold(level, record, managersOf))).toEqual([
      ['owner'],
      ['owner', 'coo'],
      ['coo'],
      ['owner', 'coo', 'sales-7'],
    ]);
  });

  it('[8.6] nobody is told when nobody is there', () => {
    expect(whoIsTold(2, work, () => [])).toEqual([]);
  });
});

describe('who meets', () => {
  it.each([
    ['HANDOFF', 'risk', 'approval', true],
    ['RESOLUTION', 'coordination', 'risk', true],
    ['COLLABORATION', 'sales', 'hr', true],
    ['RESOLUTION', 'coordination', 'coordination', false],
    ['MEETING', 'coordination', 'risk', false],
    ['MEETING', 'coordination', 'coordination', false],
  ] as const)('[8.3] late %s from %s to %s ends in a meeting: %s', (kind, from, to, meets) => {
    expect(endsInMeeting({ kind, from, to })).toBe(meets);
  });

  it.each([
    ['investigate-application', 'sales', 'risk', ['sales', 'risk']],
    ['sign-contract', 'approval', 'sales', ['approval', 'sales', 'compliance']],
    ['disburse-loan', 'sales', 'finance', ['sales', 'finance', 'compliance']],
    ['review-contract', 'sales', 'compliance', ['sales', 'compliance']],
    ['collaboration-request', 'compliance', 'hr', ['compliance', 'hr']],
  ] as const)('[8.3] %s from %s to %s: %j', (type, from, to, expected) => {
    expect(meetingDepartments({ type, from, to })).toEqual(expected);
  });

  it('[8.3] each manager is invited once', () => {
    expect(managersOfAll(['sales', 'finance', 'training', 'compliance'], managersOf)).toEqual(['sales-1', 'coo', 'legal']);
  });
});
