import { expect, test } from '@jest/globals';
import { CUSTOMER_EVENT_EVENTS, CUSTOMER_EVENT_STATES, customerEventMachine } from './customer-event.machine.js';

test('[3.13] every state x event of a customer event', () => {
  expect(
    CUSTOMER_EVENT_STATES.map((state) =>
      CUSTOMER_EVENT_EVENTS.map((event) => (customerEventMachine.can(state, event) ? customerEventMachine.next(state, event) : '-')).join(
        ' ',
      ),
    ),
  ).toEqual(['held cancelled', '- -', '- -']);
});
