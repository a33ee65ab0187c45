import { defineMachine } from '@weilend/kernel';

// An appraisal (季度考核) is opened at the end of its quarter, looked at by the person himself, reviewed by the manager, and closed. Who does
// not agree with the review appeals once; what was appealed is decided before it is closed. A sheet without words of the person is reviewed
// all the same, and one without a review closes with its figures alone.

export const APPRAISAL_STAGES = ['OPENED', 'SELF_VIEWED', 'REVIEWED', 'APPEALED', 'DECIDED', 'CLOSED'] as const;
export type AppraisalStage = (typeof APPRAISAL_STAGES)[number];
export const APPRAISAL_ACTS = ['view', 'review', 'appeal', 'decide', 'close'] as const;
export type AppraisalAct = (typeof APPRAISAL_ACTS)[number];

export const appraisalMachine = defineMachine<AppraisalStage, AppraisalAct>({
  name: 'appraisal',
  initial: 'OPENED',
  states: {
    OPENED: { view: 'SELF_VIEWED', review: 'REVIEWED', close: 'CLOSED' },
    SELF_VIEWED: { view: 'SELF_VIEWED', review: 'REVIEWED', close: 'CLOSED' },
    REVIEWED: { review: 'REVIEWED', appeal: 'APPEALED', close: 'CLOSED' },
    APPEALED: { decide: 'DECIDED' },
    DECIDED: { close: 'CLOSED' },
    CLOSED: {},
  },
});
