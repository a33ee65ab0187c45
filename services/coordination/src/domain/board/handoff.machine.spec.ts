import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@weilend/kernel';
import { handoffMachine } from './handoff.machine.js';
import type { HandoffMove, HandoffState } from './handoff.machine.js';

const MOVES: readonly HandoffMove[] = ['accept', 'assign', 'pause', 'resume', 'complete', 'return', 'recall'];
const ALLOWED: Record<HandoffState, Partial<Record<HandoffMove, HandoffState>>> = {
  OPEN: { accept: 'ACCEPTED', assign: 'OPEN', pause: 'PAUSED', complete: 'COMPLETED', return: 'RETURNED', recall: 'RECALLED' },
  ACCEPTED: { assign: 'ACCEPTED', pause: 'PAUSED', complete: 'COMPLETED', return: 'RETURNED', recall: 'RECALLED' },
  PAUSED: { assign: 'PAUSED', resume: 'ACCEPTED', complete: 'COMPLETED', return: 'RETURNED', recall: 'RECALLED' },
  COMPLETED: {},
  RETURNED: {},
  RECALLED: {},
};
const cases = (Object.keys(ALLOWED) as HandoffState[]).flatMap((state) =>
  MOVES.map((move) => [state, move, ALLOWED[state][move] ?? null] as const),
);

describe('the states of a handoff', () => {
  it.each(cases)('[7.12] %s + %s -> %s', (state, move, target) => {
    if (target) expect(handoffMachine.next(state, move)).toBe(target);
    else expect(() => handoffMachine.next(state, move)).toThrow(new DomainError('ILLEGAL_TRANSITION'));
  });
});
