import { describe, expect, it } from '@jest/globals';
import { LIVE_STATES, ORDER_STATES, orderMachine } from './order.machine.js';

const EVENTS = ['make', 'check', 'send', 'pay', 'return', 'cancel'] as const;

describe('[7.12] the states of a disbursement order', () => {
  it.each([
    ['OPEN', ['make', 'return', 'cancel']],
    ['MADE', ['check', 'return', 'cancel']],
    ['RESERVED', ['send', 'return', 'cancel']],
    ['SENT', ['send', 'pay', 'return']],
    ['PAID', []],
    ['RETURNED', []],
    ['CANCELLED', []],
  ] as const)('%s allows %j and refuses everything else, naming what is allowed', (state, allowed) => {
    expect(orderMachine.allowed(state)).toEqual(allowed);
    for (const event of EVENTS.filter((one) => !(allowed as readonly string[]).includes(one))) {
      expect(() => orderMachine.next(state, event)).toThrow(
        expect.objectContaining({ code: 'ILLEGAL_TRANSITION', data: expect.objectContaining({ allowed }) }),
      );
    }
  });

  it('money is paid only after it was made, checked and sent', () => {
    const before = (target: string) =>
      ORDER_STATES.filter((state) => (Object.values(orderMachine.states[state]) as string[]).includes(target) && state !== target);
    expect([before('PAID'), before('SENT'), before('RESERVED'), before('MADE')]).toEqual([['SENT'], ['RESERVED'], ['MADE'], ['OPEN']]);
  });

  it('what is paid stays live, so that the contract cannot be ordered again', () => {
    expect(LIVE_STATES).toContain('PAID');
    expect(LIVE_STATES).not.toContain('RETURNED');
  });
});
