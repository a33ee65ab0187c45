import { defineMachine } from '@weilend/kernel';

// A line of a bank statement (银行流水): money that arrived, until it is somebody's repayment. What finds no loan by itself waits for a person; what
// is no repayment at all is set aside with the reason. Once a loan is chosen the line is posted to it, and may be given to another loan only after that
// repayment was taken back.
export const bankLineMachine = defineMachine({
  name: 'BankLine',
  initial: 'NEW',
  states: {
    NEW: { match: 'POSTING', miss: 'UNMATCHED', fail: 'FAILED', setAside: 'SET_ASIDE' },
    POSTING: { post: 'POSTED', miss: 'UNMATCHED', fail: 'FAILED' },
    UNMATCHED: { match: 'POSTING', setAside: 'SET_ASIDE' },
    FAILED: { match: 'POSTING', setAside: 'SET_ASIDE' },
    SET_ASIDE: { match: 'POSTING' },
    POSTED: { match: 'POSTING' },
  },
});

export type BankLineState = 'NEW' | 'POSTING' | 'UNMATCHED' | 'FAILED' | 'SET_ASIDE' | 'POSTED';
export const BANK_LINE_STATES = [
  'NEW',
  'POSTING',
  'UNMATCHED',
  'FAILED',
  'SET_ASIDE',
  'POSTED',
] as const satisfies readonly BankLineState[];

/** The job still has something to do with them. */
export const OPEN_LINES = ['NEW', 'POSTING'] as const satisfies readonly BankLineState[];
