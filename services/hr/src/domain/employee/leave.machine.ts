import { defineMachine } from '@weilend/kernel';

// A leave (请假) is asked for, granted or not by who leads the person or by hr, and may be called off until it is over.

export const LEAVE_STATES = ['REQUESTED', 'APPROVED', 'REJECTED', 'CANCELLED'] as const;
export type LeaveState = (typeof LEAVE_STATES)[number];
export const LEAVE_ACTS = ['approve', 'reject', 'cancel'] as const;
export type LeaveAct = (typeof LEAVE_ACTS)[number];

export const leaveMachine = defineMachine<LeaveState, LeaveAct>({
  name: 'leave',
  initial: 'REQUESTED',
  states: {
    REQUESTED: { approve: 'APPROVED', reject: 'REJECTED', cancel: 'CANCELLED' },
    APPROVED: { cancel: 'CANCELLED' },
    REJECTED: {},
    CANCELLED: {},
  },
});
