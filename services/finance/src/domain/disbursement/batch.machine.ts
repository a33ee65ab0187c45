import { defineMachine } from '@weilend/kernel';

// A batch of payments (付款批次) is put together by one officer and released as a whole by another person, or dissolved; what then becomes of each payment is
// the business of its order.
export const batchMachine = defineMachine({
  name: 'PaymentBatch',
  initial: 'OPEN',
  states: { OPEN: { release: 'RELEASED', dissolve: 'DISSOLVED' }, RELEASED: {}, DISSOLVED: {} },
});

export const BATCH_STATES = ['OPEN', 'RELEASED', 'DISSOLVED'] as const;
export type BatchState = (typeof BATCH_STATES)[number];
