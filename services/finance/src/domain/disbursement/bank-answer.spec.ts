import { describe, expect, it } from '@jest/globals';
import { afterAnswer, nextStep, waitBeforeAskingMs } from './bank-answer.js';
import type { BankAnswer } from './bank-answer.js';
import { ORDER_STATES } from './order.machine.js';

const paid: BankAnswer = { kind: 'PAID', reference: 'r' };
const refused: BankAnswer = { kind: 'REFUSED', reason: 'closed' };
const unknown: BankAnswer = { kind: 'UNKNOWN', reason: 'timeout' };
const absent: BankAnswer = { kind: 'NOT_FOUND' };

describe("[4.19] what follows the bank's answer", () => {
  it.each([
    ['SEND', paid, 'SETTLE'],
    ['SEND', refused, 'SETTLE'],
    ['SEND', unknown, 'SETTLE'],
    ['SEND', absent, 'SETTLE'],
    ['QUERY', paid, 'SETTLE'],
    ['QUERY', refused, 'SETTLE'],
    ['QUERY', unknown, 'SETTLE'],
    ['QUERY', absent, 'SEND_AGAIN'],
  ] as const)('%s -> $kind', (asked, answer, expected) => expect(afterAnswer(asked, answer)).toBe(expected));

  it('only a reserved payment is sent and only a sent one is asked for', () => {
    expect(ORDER_STATES.map((state) => [state, nextStep(state)]).filter(([, step]) => step !== 'NONE')).toEqual([
      ['RESERVED', 'SEND'],
      ['SENT', 'QUERY'],
    ]);
  });

  it.each([
    [0, 500],
    [1, 1_000],
    [6, 32_000],
    [7, 60_000],
    [1_000_000, 60_000],
  ])('after %i questions waits %i ms', (queries, expected) => expect(waitBeforeAskingMs(queries)).toBe(expected));
});
