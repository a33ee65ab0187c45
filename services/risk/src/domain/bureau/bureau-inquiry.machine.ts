import { defineMachine } from '@weilend/kernel';

// A bureau inquiry (征信查询) is asked for in the transaction and answered after it: the bureau is another company and may be slow,
// silent or say no. An unanswered inquiry is asked again under the same request id, so that the bureau counts it once.

export const BUREAU_STATES = ['REQUESTED', 'ANSWERED', 'FAILED'] as const;
export type BureauState = (typeof BUREAU_STATES)[number];

export const bureauInquiryMachine = defineMachine<BureauState, 'answer' | 'fail'>({
  name: 'bureau-inquiry',
  initial: 'REQUESTED',
  states: { REQUESTED: { answer: 'ANSWERED', fail: 'FAILED' }, ANSWERED: {}, FAILED: {} },
});
