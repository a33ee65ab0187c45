import { expect, test } from '@jest/globals';
import { LEAD_STATES, leadMachine } from './lead.machine.js';
import type { LeadEvent } from './lead.machine.js';

test('[2.8] every state x event of a lead', () => {
  const events: LeadEvent[] = ['enquire', 'convert', 'lose', 'reopen'];
  const table = LEAD_STATES.map((state) =>
    events.map((event) => (leadMachine.can(state, event) ? leadMachine.next(state, event) : '-')).join(' '),
  );
  expect(table).toEqual(['enquiring converted lost -', 'enquiring converted lost -', 'converted - - -', '- - - new']);
});

test('[7.12] a transition that is not allowed names those that are', () => {
  expect(() => leadMachine.next('lost', 'enquire')).toThrow(
    expect.objectContaining({ code: 'ILLEGAL_TRANSITION', data: expect.objectContaining({ allowed: ['reopen'] }) }),
  );
});
