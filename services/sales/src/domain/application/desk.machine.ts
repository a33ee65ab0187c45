import { defineMachine } from '@weilend/kernel';

// What sales itself does with an application (贷款申请): fill in, submit, check, return for supplement, pass on, sign, or take back for the
// customer. What other departments decide is not here: it comes as facts and never moves, or blocks, this machine.

export const DESK_STATES = ['draft', 'submitted', 'under-check', 'returned', 'resubmitted', 'passed', 'signed', 'withdrawn'] as const;
export type DeskState = (typeof DESK_STATES)[number];
export const DESK_EVENTS = ['submit', 'start-check', 'return', 'resubmit', 'pass', 'return-from-risk', 'sign', 'withdraw'] as const;
export type DeskEvent = (typeof DESK_EVENTS)[number];

export const deskMachine = defineMachine<DeskState, DeskEvent>({
  name: 'application',
  initial: 'draft',
  states: {
    draft: { submit: 'submitted', withdraw: 'withdrawn' },
    submitted: { 'start-check': 'under-check', withdraw: 'withdrawn' },
    'under-check': { return: 'returned', pass: 'passed', withdraw: 'withdrawn' },
    returned: { resubmit: 'resubmitted', withdraw: 'withdrawn' },
    resubmitted: { 'start-check': 'under-check', withdraw: 'withdrawn' },
    passed: { 'return-from-risk': 'returned', sign: 'signed', withdraw: 'withdrawn' },
    signed: {},
    withdrawn: {},
  },
});
