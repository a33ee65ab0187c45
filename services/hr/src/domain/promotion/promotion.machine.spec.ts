import { expect, test } from '@jest/globals';
import { promotionMachine } from './promotion.machine.js';
import type { PromotionState, PromotionStep } from './promotion.machine.js';

const STEPS: readonly PromotionStep[] = ['approve', 'reject', 'withdraw', 'except'];

test.each<[PromotionState, readonly PromotionStep[]]>([
  ['PROPOSED', STEPS],
  ['APPROVED', []],
  ['REJECTED', []],
  ['WITHDRAWN', []],
])('[5.7] a promotion that is %s allows %j', (state, allowed) => {
  for (const step of STEPS) expect(promotionMachine.can(state, step)).toBe(allowed.includes(step));
});
