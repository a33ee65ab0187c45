import { describe, expect, test } from '@jest/globals';
import type { Department } from '@weilend/kernel';
import { stuckDeliveryMachine } from './stuck-delivery.machine.js';
import type { StuckDeliveryMove, StuckDeliveryState } from './stuck-delivery.machine.js';
import { discardDelivery, noteSettled, noteStuck, retryDelivery } from './stuck-delivery.js';
import type { StuckDelivery, StuckFacts } from './stuck-delivery.js';

const at = new Date('2026-11-23T01:00:00Z');
const facts: StuckFacts = {
  messageId: 'msg_1',
  department: 'risk',
  producer: 'sales',
  type: 'handoff.investigate-application.v1',
  about: 'app_1',
  state: 'DEAD',
  failures: 6,
  problem: 'TypeError',
  since: at,
};
const dead = (change: Partial<StuckDelivery> = {}): StuckDelivery => ({ ...noteStuck(null, facts, 'stk_1'), ...change });
const ruling = (by = 'emp_a', reason = '已修复') => ({ by, reason, at });

describe('[1.4] what people may rule on a stuck message', () => {
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

  test.each(['', '  ', '\n'])('[8.6] not without a reason (%j)', (reason) => {
    expect(() => retryDelivery(dead(), ruling('emp_a', reason))).toThrow(expect.objectContaining({ code: 'REASON_MISSING' }));
    expect(() => discardDelivery(dead(), ruling('emp_a', reason))).toThrow(expect.objectContaining({ code: 'REASON_MISSING' }));
  });

  test.each<Department>(['sales', 'risk', 'approval', 'training', 'hr', 'coordination', 'compliance'])(
    '%s: one person gives it up',
    (department) => {
      expect(discardDelivery(dead({ department }), ruling())).toMatchObject({
        state: 'DISCARDING',
        rulings: [{ ruling: 'DISCARD', by: 'emp_a' }],
      });
    },
  );
});

describe('[7.3] where money moves a second person decides', () => {
  const asked = discardDelivery(dead({ department: 'finance' }), ruling('emp_a'));

  test('the first word only asks', () => expect(asked).toMatchObject({ state: 'DISCARD_ASKED', rulings: [{ ruling: 'ASK_DISCARD' }] }));
  test('the same person again is refused', () =>
    expect(() => discardDelivery(asked, ruling('emp_a'))).toThrow(expect.objectContaining({ code: 'SECOND_PERSON_NEEDED' })));
  test('another person decides', () =>
    expect(discardDelivery(asked, ruling('emp_b'))).toMatchObject({ state: 'DISCARDING', rulings: [{ by: 'emp_a' }, { by: 'emp_b' }] }));
  test('a message that died again meanwhile is asked about anew', () => {
    const again = noteStuck(asked, { ...facts, department: 'finance' }, 'stk_2');
    expect(again).toMatchObject({ id: 'stk_1', state: 'DEAD' });
    expect(discardDelivery(again, ruling('emp_b')).state).toBe('DISCARD_ASKED');
  });
});

describe("the department's word", () => {
  test.each(['WAITING', 'PARKED', 'DEAD', 'RETRYING', 'DISCARDING', 'APPLIED', 'DISCARDED', 'OLD'] as const)(
    'counts whatever coordination thought (%s)',
    (state) => {
      expect(noteStuck(dead({ state }), facts, 'stk_x')).toMatchObject({ id: 'stk_1', state: 'DEAD', failures: 6 });
      for (const outcome of ['APPLIED', 'DISCARDED', 'OLD'] as const) expect(noteSettled(dead({ state }), outcome).state).toBe(outcome);
    },
  );
});
