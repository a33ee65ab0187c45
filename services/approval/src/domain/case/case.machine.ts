// An approval case lives from the report that opens it to one decision. While it is open the committee recuses, proposes terms, votes and may
// veto; a report that leaves questions goes back to risk, which is no decision; a customer who withdraws ends the case. A case that has ended
// never opens again: a new report makes a new case [4.12, 7.12].
import { defineMachine } from '@weilend/kernel';

export const CASE_STATES = ['open', 'decided', 'withdrawn', 'returned'] as const;
export type CaseState = (typeof CASE_STATES)[number];
export type CaseEvent =
  | 'recuse'
  | 'ask'
  | 'propose'
  | 'vote'
  | 'veto'
  | 'circulate'
  | 'close-ballot'
  | 'reschedule'
  | 'decide'
  | 'return'
  | 'withdraw';

export const caseMachine = defineMachine<CaseState, CaseEvent>({
  name: 'ApprovalCase',
  initial: 'open',
  states: {
    open: {
      recuse: 'open',
      ask: 'open',
      propose: 'open',
      vote: 'open',
      veto: 'open',
      circulate: 'open',
      'close-ballot': 'open',
      reschedule: 'open',
      decide: 'decided',
      return: 'returned',
      withdraw: 'withdrawn',
    },
    decided: {},
    withdrawn: {},
    returned: {},
  },
});
