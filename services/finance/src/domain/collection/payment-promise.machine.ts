import { defineMachine } from '@weilend/kernel';

// A promise to pay (还款承诺, PTP) stands until its day has passed: then it was kept or broken, once. It may be cancelled before.

export const PROMISE_STATES = ['OPEN', 'KEPT', 'BROKEN', 'CANCELLED'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

export const paymentPromiseMachine = defineMachine<PromiseState, 'keep' | 'break' | 'cancel'>({
  name: 'PaymentPromise',
  initial: 'OPEN',
  states: { OPEN: { keep: 'KEPT', break: 'BROKEN', cancel: 'CANCELLED' }, KEPT: {}, BROKEN: {}, CANCELLED: {} },
});
