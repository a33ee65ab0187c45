import { defineMachine } from '@weilend/kernel';

// A lead (线索) is somebody who may need a loan: new, then talking with us about it, then a customer on file, or lost with the reason.
// A lost one may come back, once.

export const LEAD_STATES = ['new', 'enquiring', 'converted', 'lost'] as const;
export type LeadState = (typeof LEAD_STATES)[number];
export type LeadEvent = 'enquire' | 'convert' | 'lose' | 'reopen';

/** States in which somebody has to look after a lead. */
export const OPEN_LEAD_STATES = ['new', 'enquiring'] as const satisfies readonly LeadState[];

export const leadMachine = defineMachine<LeadState, LeadEvent>({
  name: 'lead',
  initial: 'new',
  states: {
    new: { enquire: 'enquiring', convert: 'converted', lose: 'lost' },
    enquiring: { enquire: 'enquiring', convert: 'converted', lose: 'lost' },
    converted: { enquire: 'converted' },
    lost: { reopen: 'new' },
  },
});
