import { describe, expect, test } from '@jest/globals';
import { stuckDeliveryMachine } from './stuck-delivery.machine.js';
import type { StuckDeliveryMove, StuckDeliveryState } from './stuck-delivery.machine.js';

describe('[1.4, 7.12] what people may rule on a stuck message', () => {
  test.each<[StuckDeliveryState, StuckDeliveryMove, StuckDeliveryState | null]>([
    ['DEAD', 'retry', 'RETRYING'],
    ['DEAD', 'discard', 'DISCARDING'],
    ['DISCARD_ASKED', 'retry', 'RETRYING'],
    ['DISCARD_ASKED', 'discard', 'DISCARDING'],
    ['DISCARD_ASKED', 'ask', null],
    ['RETRYING', 'retry', null],
    ['RETRYING', 'discard', null],
    ['DISCARDING', 'retry', null],
    ['WAITING', 'retry', null],
    ['WAITING', 'discard', null],
    ['PARKED', 'retry', null],
    ['PARKED', 'discard', null],
    ['APPLIED', 'retry', null],
    ['DISCARDED', 'retry', null],
    ['OLD', 'discard', null],
  ])('%s + %s -> %s', (state, move, target) => {
    if (target) expect(stuckDeliveryMachine.next(state, move)).toBe(target);
    else expect(() => stuckDeliveryMachine.next(state, move)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});
