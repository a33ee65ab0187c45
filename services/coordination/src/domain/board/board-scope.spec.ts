import { describe, expect, it } from '@jest/globals';
import { mayRead, mayReadSubject } from './board-scope.js';
import type { BoardReader } from './board-scope.js';

const work = { from: 'risk' as const, to: 'approval' as const, ownerId: 'owner', participants: [{ employeeId: 'seller' }] };
const reader = (change: Partial<BoardReader>): BoardReader => ({
  employeeId: 'me',
  department: 'finance',
  seesAll: false,
  ownOnly: false,
  ...change,
});

describe('who sees work on the board', () => {
  it.each([
    ['an overseer', reader({ seesAll: true }), true],
    ['the giving department', reader({ department: 'risk' }), true],
    ['the receiving department', reader({ department: 'approval' }), true],
    ['the owner', reader({ employeeId: 'owner', department: null }), true],
    ['the salesperson of the application', reader({ employeeId: 'seller', department: 'sales', ownOnly: true }), true],
    ['another salesperson', reader({ department: 'sales', ownOnly: true }), false],
    ['a salesperson whose department gave it, without being named', reader({ department: 'risk', ownOnly: true }), false],
    ['another department', reader({}), false],
    ['somebody without a department', reader({ department: null }), false],
  ])('[3.7] %s: %s', (_name, who, expected) => {
    expect(mayRead(work, who)).toBe(expected);
  });

  it('[3.7] one readable piece opens the whole application, none opens nothing', () => {
    const other = { ...work, from: 'sales' as const, to: 'finance' as const, participants: [] };
    expect(mayReadSubject([work, other], reader({}))).toBe(true);
    expect(mayReadSubject([work, work], reader({}))).toBe(false);
    expect(mayReadSubject([], reader({}))).toBe(false);
  });
});
