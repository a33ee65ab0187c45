import { defineMachine } from '@weilend/kernel';

// An appraisal (季度考核) is opened at the end of its quarter, looked at by the person himself, reviewed by the manager, and closed. Who does
// not agree with the review appeals once; what was appealed is decided before it is closed. When the time of the self view runs out the sheet
// moves on without it, and is reviewed all the same; one whose review was not made in time either, and whose superior was told, closes with its
// figures alone.

export const APPRAISAL_STAGES = ['OPENED', 'SELF_VIEWED', 'UNVIEWED', 'REVIEWED', 'APPEALED', 'DECIDED', 'CLOSED'] as const;
export type AppraisalStage = (typeof APPRAISAL_STAGES)[number];
export const APPRAISAL_ACTS = ['view', 'lapse', 'review', 'appeal', 'decide', 'close'] as const;
export type AppraisalAct = (typeof APPRAISAL_ACTS)[number];

/** What somebody owes until a moment; to appeal is nobody's duty. */
export const APPRAISAL_STEPS = ['SELF_VIEW', 'REVIEW', 'APPEAL_DECISION'] as const;
export type AppraisalStep = (typeof APPRAISAL_STEPS)[number];

export const appraisalMachine = defineMachine<AppraisalStage, AppraisalAct>({
  name: 'appraisal',
  initial: 'OPENED',
  states: {
    OPENED: { view: 'SELF_VIEWED', lapse: 'UNVIEWED', review: 'REVIEWED' },
    SELF_VIEWED: { view: 'SELF_VIEWED', review: 'REVIEWED', close: 'CLOSED' },
    UNVIEWED: { view: 'SELF_VIEWED', review: 'REVIEWED', close: 'CLOSED' },
    REVIEWED: { review: 'REVIEWED', appeal: 'APPEALED', close: 'CLOSED' },
    APPEALED: { decide: 'DECIDED' },
    DECIDED: { close: 'CLOSED' },
    CLOSED: {},
  },
});
