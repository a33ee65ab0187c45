import { defineMachine } from '@weilend/kernel';

// A customer event (客户活动) is planned, and then held or cancelled.

export const CUSTOMER_EVENT_STATES = ['planned', 'held', 'cancelled'] as const;
export type CustomerEventState = (typeof CUSTOMER_EVENT_STATES)[number];
export const CUSTOMER_EVENT_EVENTS = ['hold', 'cancel'] as const;
export type CustomerEventEvent = (typeof CUSTOMER_EVENT_EVENTS)[number];

export const customerEventMachine = defineMachine<CustomerEventState, CustomerEventEvent>({
  name: 'customer-event',
  initial: 'planned',
  states: { planned: { hold: 'held', cancel: 'cancelled' }, held: {}, cancelled: {} },
});
