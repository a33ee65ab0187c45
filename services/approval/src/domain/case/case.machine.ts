// An approval case lives from the report that opens it to one decision. While it is open the committee recuses, proposes terms, votes and may
// veto; a customer who withdraws ends it. A decided or withdrawn case never opens again: a new report makes a new case [4.12, 7.12].
import { defineMachine } from '@weilend/kernel';

export const CASE_STATES = ['open', 'decided', 'withdrawn'] as const;
export type CaseState = (typeof CASE_STATES)[number];
export type CaseEvent = 'recuse' | 'ask' | 'propose' | 'vote' | 'veto' | 'decide' | 'withdraw';

export const caseMachine = defineMachine<CaseState, CaseEvent>({
  name: 'ApprovalCase',
  initial: 'open',
  states: {
    open: { recuse: 'open', ask: 'open', propose: 'open', vote: 'open', veto: 'open', decide: 'decided', withdraw: 'withdrawn' },
    decided: {},
    withdrawn: {},
  },
});
