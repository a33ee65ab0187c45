import { describe, expect, it } from '@jest/globals';
import { paymentPromiseMachine, PROMISE_STATES } from './payment-promise.machine.js';

const NEXT = { keep: 'KEPT', break: 'BROKEN', cancel: 'CANCELLED' } as const;

describe('[7.12] the promise to pay, state by event', () => {
  it.each(PROMISE_STATES.flatMap((state) => (['keep', 'break', 'cancel'] as const).map((event) => [state, event] as const)))(
    '%s %s',
    (state, event) => {
      if (state === 'OPEN') expect(paymentPromiseMachine.next(state, event)).toBe(NEXT[event]);
      else expect(() => paymentPromiseMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
    },
  );

  it('begins open', () => expect(paymentPromiseMachine.initial).toBe('OPEN'));
});
