import { defineMachine } from '@weilend/kernel';

// A feedback ticket (客户反馈) is acknowledged, answered and closed; a reply may be followed by further ones. What was closed may be opened again
// when the customer is not content after all: then it is work again, not a new matter.

export const TICKET_STATES = ['open', 'acknowledged', 'answered', 'closed'] as const;
export type TicketState = (typeof TICKET_STATES)[number];
export const TICKET_EVENTS = ['acknowledge', 'reply', 'close', 'reopen'] as const;
export type TicketEvent = (typeof TICKET_EVENTS)[number];

export const ticketMachine = defineMachine<TicketState, TicketEvent>({
  name: 'feedback-ticket',
  initial: 'open',
  states: {
    open: { acknowledge: 'acknowledged', reply: 'answered' },
    acknowledged: { reply: 'answered' },
    answered: { reply: 'answered', close: 'closed' },
    closed: { reopen: 'acknowledged' },
  },
});
