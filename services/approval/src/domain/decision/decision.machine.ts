// What becomes of a decision (审批决定). A plain approval is in force at once; a conditional one waits until its conditions are evidenced and then
// confirmed. An approval in force ends in a signed contract or lapses; a rejection is final. Nothing revives a lapsed approval [4.13, 4.14, 7.12].
import { defineMachine } from '@weilend/kernel';

export const DECISION_STATES = ['made', 'rejected', 'awaiting-conditions', 'evidenced', 'in-force', 'signed', 'lapsed'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];
export type DecisionEvent = 'reject' | 'attach-conditions' | 'take-effect' | 'evidence' | 'confirm' | 'return' | 'sign' | 'lapse';

export const decisionMachine = defineMachine<DecisionState, DecisionEvent>({
  name: 'Decision',
  initial: 'made',
  states: {
    made: { reject: 'rejected', 'attach-conditions': 'awaiting-conditions', 'take-effect': 'in-force' },
    rejected: {},
    'awaiting-conditions': { evidence: 'evidenced', lapse: 'lapsed' },
    evidenced: { confirm: 'in-force', return: 'awaiting-conditions', lapse: 'lapsed' },
    'in-force': { sign: 'signed', lapse: 'lapsed' },
    signed: {},
    lapsed: {},
  },
});
