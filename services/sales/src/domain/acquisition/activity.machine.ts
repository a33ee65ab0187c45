import { defineMachine } from '@weilend/kernel';

// An activity (推广活动) is planned, then held with what it cost and brought, or cancelled with the reason.

export const ACTIVITY_STATES = ['planned', 'held', 'cancelled'] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];
export type ActivityEvent = 'hold' | 'cancel';

export const activityMachine = defineMachine<ActivityState, ActivityEvent>({
  name: 'activity',
  initial: 'planned',
  states: { planned: { hold: 'held', cancel: 'cancelled' }, held: {}, cancelled: {} },
});
