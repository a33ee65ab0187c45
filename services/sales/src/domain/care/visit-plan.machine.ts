import { defineMachine } from '@weilend/kernel';

// A planned visit (回访计划) is held, or it is not held and another day is agreed, or it is cancelled because there is nothing to visit
// for. It never waits without an end: whatever ends it, the next visit to the customer is planned at once.

export const PLANNED_VISIT_STATES = ['planned', 'held', 'not-held', 'cancelled'] as const;
export type PlannedVisitState = (typeof PLANNED_VISIT_STATES)[number];
export const PLANNED_VISIT_EVENTS = ['hold', 'miss', 'cancel'] as const;
export type PlannedVisitEvent = (typeof PLANNED_VISIT_EVENTS)[number];

export const plannedVisitMachine = defineMachine<PlannedVisitState, PlannedVisitEvent>({
  name: 'planned-visit',
  initial: 'planned',
  states: { planned: { hold: 'held', miss: 'not-held', cancel: 'cancelled' }, held: {}, 'not-held': {}, cancelled: {} },
});
