import { defineMachine } from '@weilend/kernel';

// A loan (贷款) runs from the day it is paid out until everything is repaid, or until the payment itself is taken back. One that was written off (核销) left the
// books and is still owed: it ends as well when all of it is recovered.
export const loanMachine = defineMachine({
  name: 'Loan',
  initial: 'ACTIVE',
  states: {
    ACTIVE: { settle: 'SETTLED', reverse: 'REVERSED', 'write-off': 'WRITTEN_OFF' },
    WRITTEN_OFF: { settle: 'SETTLED' },
    SETTLED: {},
    REVERSED: {},
  },
});

export const LOAN_STATES = ['ACTIVE', 'WRITTEN_OFF', 'SETTLED', 'REVERSED'] as const;
export type LoanState = (typeof LOAN_STATES)[number];
