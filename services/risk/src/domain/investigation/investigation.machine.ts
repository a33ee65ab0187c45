import { defineMachine } from '@weilend/kernel';

// The life of an investigation (调查): opened by the handoff from sales and by nothing else, given to two investigators, carried out,
// and ended by the final report, by a return to sales, or by the customer's withdrawal. If the committee sends the case back, a final
// report is followed by more work and a new version of it.

export const INVESTIGATION_STATES = ['OPENED', 'ASSIGNED', 'INVESTIGATING', 'FINALISED', 'RETURNED', 'WITHDRAWN'] as const;
export type InvestigationState = (typeof INVESTIGATION_STATES)[number];
export type InvestigationEvent = 'assign' | 'record' | 'finalise' | 'return' | 'withdraw' | 'reopen';

export const investigationMachine = defineMachine<InvestigationState, InvestigationEvent>({
  name: 'investigation',
  initial: 'OPENED',
  states: {
    OPENED: { assign: 'ASSIGNED', return: 'RETURNED', withdraw: 'WITHDRAWN' },
    ASSIGNED: { assign: 'ASSIGNED', record: 'INVESTIGATING', return: 'RETURNED', withdraw: 'WITHDRAWN' },
    INVESTIGATING: { assign: 'INVESTIGATING', record: 'INVESTIGATING', finalise: 'FINALISED', return: 'RETURNED', withdraw: 'WITHDRAWN' },
    FINALISED: { reopen: 'INVESTIGATING' },
    RETURNED: {},
    WITHDRAWN: {},
  },
});
