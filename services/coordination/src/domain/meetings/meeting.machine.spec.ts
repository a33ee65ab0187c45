import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@weilend/kernel';
import { meetingMachine } from './meeting.machine.js';
import type { MeetingMove, MeetingState } from './meeting.machine.js';

const MOVES: readonly MeetingMove[] = ['hold', 'minute', 'close', 'cancel'];
const ALLOWED: Record<MeetingState, Partial<Record<MeetingMove, MeetingState>>> = {
  CONVENED: { hold: 'HELD', cancel: 'CANCELLED' },
  HELD: { minute: 'MINUTED' },
  MINUTED: { close: 'CLOSED' },
  CLOSED: {},
  CANCELLED: {},
};
const cases = (Object.keys(ALLOWED) as MeetingState[]).flatMap((state) =>
  MOVES.map((move) => [state, move, ALLOWED[state][move] ?? null] as const),
);

describe('the states of a meeting', () => {
  it.each(cases)('[7.12] %s + %s -> %s', (state, move, target) => {
    if (target) expect(meetingMachine.next(state, move)).toBe(target);
    else expect(() => meetingMachine.next(state, move)).toThrow(new DomainError('ILLEGAL_TRANSITION'));
  });
});
