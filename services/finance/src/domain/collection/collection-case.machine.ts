import { defineMachine } from '@weilend/kernel';

// A collection case (催收案件) is open while a loan is late, and closed when it is current again or has ended. Late again is a new case.

export const CASE_STATES = ['OPEN', 'CLOSED'] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const collectionCaseMachine = defineMachine<CaseState, 'close'>({
  name: 'CollectionCase',
  initial: 'OPEN',
  states: { OPEN: { close: 'CLOSED' }, CLOSED: {} },
});
