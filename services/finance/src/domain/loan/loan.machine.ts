import { defineMachine } from '@weilend/kernel';

// A loan (贷款) runs from the day it is paid out until everything is repaid, or until the payment itself is taken back.
export const loanMachine = defineMachine({
  name: 'Loan',
  initial: 'ACTIVE',
  states: { ACTIVE: { settle: 'SETTLED', reverse: 'REVERSED' }, SETTLED: {}, REVERSED: {} },
});

export const LOAN_STATES = ['ACTIVE', 'SETTLED', 'REVERSED'] as const;
export type LoanState = (typeof LOAN_STATES)[number];
