import { expect, test } from '@jest/globals';
import { TICKET_EVENTS, TICKET_STATES, ticketMachine } from './ticket.machine.js';

test('[3.12] every state x event of a feedback ticket: nothing is closed without a reply', () => {
  expect(
    TICKET_STATES.map((state) =>
      TICKET_EVENTS.map((event) => (ticketMachine.can(state, event) ? ticketMachine.next(state, event) : '-')).join(' '),
    ),
  ).toEqual(['acknowledged answered - -', '- answered - -', '- answered closed -', '- - - acknowledged']);
});
