import { defineMachine } from '@weilend/kernel';

// A request to change a running loan (贷款变更申请) is decided by another person than the one who made it.
export const loanRequestMachine = defineMachine({
  name: 'LoanRequest',
  initial: 'OPEN',
  states: {
    OPEN: { approve: 'APPROVED', reject: 'REJECTED', withdraw: 'WITHDRAWN' },
    APPROVED: {},
    REJECTED: {},
    WITHDRAWN: {},
  },
});

export const LOAN_REQUEST_STATES = ['OPEN', 'APPROVED', 'REJECTED', 'WITHDRAWN'] as const;
export type LoanRequestState = (typeof LOAN_REQUEST_STATES)[number];
