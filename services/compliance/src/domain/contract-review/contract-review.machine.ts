import { defineMachine } from '@weilend/kernel';

// The review of a contract (合同审查) is open until compliance passes it or sends it back, or until the draft counts no more.

export const CONTRACT_REVIEW_STATES = ['open', 'reviewed', 'returned', 'dropped'] as const;
export type ContractReviewState = (typeof CONTRACT_REVIEW_STATES)[number];
export type ContractReviewEvent = 'pass' | 'return' | 'drop';

export const contractReviewMachine = defineMachine<ContractReviewState, ContractReviewEvent>({
  name: 'contract-review',
  initial: 'open',
  states: { open: { pass: 'reviewed', return: 'returned', drop: 'dropped' }, reviewed: {}, returned: {}, dropped: {} },
});
