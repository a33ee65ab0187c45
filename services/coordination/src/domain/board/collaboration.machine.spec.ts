import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@weilend/kernel';
import { collaborationMachine } from './collaboration.machine.js';

describe('the states of a collaboration request', () => {
  it.each([
    ['OPEN', 'answer', 'ANSWERED'],
    ['OPEN', 'decline', 'DECLINED'],
    ['ANSWERED', 'answer', null],
    ['ANSWERED', 'decline', null],
    ['DECLINED', 'answer', null],
    ['DECLINED', 'decline', null],
  ] as const)('[7.12] %s + %s -> %s', (state, move, target) => {
    if (target) expect(collaborationMachine.next(state, move)).toBe(target);
    else expect(() => collaborationMachine.next(state, move)).toThrow(new DomainError('ILLEGAL_TRANSITION'));
  });
});
