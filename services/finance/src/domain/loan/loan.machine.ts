import { defineMachine } from '@weilend/kernel';

// A loan (贷款) runs from the day it is paid out until everything is repaid.
export const loanMachine = defineMachine({
  name: 'Loan',
  initial: 'ACTIVE',
  states: { ACTIVE: { settle: 'SETTLED' }, SETTLED: {} },
});

export const LOAN_STATES = ['ACTIVE', 'SETTLED'] as const;
export type LoanState = (typeof LOAN_STATES)[number];
