import { defineMachine } from '@weilend/kernel';

// A follow-up (跟进事项) stays open until it is done or no longer wanted.

export const FOLLOW_UP_STATES = ['open', 'done', 'cancelled'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];
export const FOLLOW_UP_EVENTS = ['complete', 'cancel'] as const;
export type FollowUpEvent = (typeof FOLLOW_UP_EVENTS)[number];

export const followUpMachine = defineMachine<FollowUpState, FollowUpEvent>({
  name: 'follow-up',
  initial: 'open',
  states: { open: { complete: 'done', cancel: 'cancelled' }, done: {}, cancelled: {} },
});
