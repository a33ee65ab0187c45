import { defineMachine } from '@weilend/kernel';

// A bureau inquiry (征信查询) is asked for in the transaction and answered after it: the bureau is another company and may be slow,
// silent or say no. An unanswered inquiry is asked again under the same request id, so that the bureau counts it once: by itself after a
// pause, or when somebody has it asked again. It stays requested until it is answered, refused for good or called off.

export const BUREAU_STATES = ['REQUESTED', 'ANSWERED', 'FAILED'] as const;
export type BureauState = (typeof BUREAU_STATES)[number];

export const BUREAU_EVENTS = ['answer', 'fail', 'retry', 'callOff'] as const;
export type BureauEvent = (typeof BUREAU_EVENTS)[number];

export const bureauInquiryMachine = defineMachine<BureauState, BureauEvent>({
  name: 'bureau-inquiry',
  initial: 'REQUESTED',
  states: { REQUESTED: { answer: 'ANSWERED', fail: 'FAILED', retry: 'REQUESTED', callOff: 'FAILED' }, ANSWERED: {}, FAILED: {} },
});
