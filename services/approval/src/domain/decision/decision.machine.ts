// What becomes of a decision (审批决定). A plain approval is in force at once; a conditional one waits until its conditions are evidenced and then
// confirmed, one by one or all together. An approval in force ends in a signed contract or lapses; a rejection is final. Nothing revives a lapsed
// approval: new facts make a new decision [4.13, 4.14, 7.12].
import { defineMachine } from '@weilend/kernel';

export const DECISION_STATES = ['made', 'rejected', 'awaiting-conditions', 'evidenced', 'in-force', 'signed', 'lapsed'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];
export type DecisionEvent =
  | 'reject'
  | 'attach-conditions'
  | 'take-effect'
  | 'evidence'
  | 'confirm-part'
  | 'confirm'
  | 'change'
  | 'return'
  | 'sign'
  | 'lapse';

export const decisionMachine = defineMachine<DecisionState, DecisionEvent>({
  name: 'Decision',
  initial: 'made',
  states: {
    made: { reject: 'rejected', 'attach-conditions': 'awaiting-conditions', 'take-effect': 'in-force' },
    rejected: {},
    'awaiting-conditions': { evidence: 'evidenced', change: 'awaiting-conditions', 'take-effect': 'in-force', lapse: 'lapsed' },
    evidenced: {
      'confirm-part': 'evidenced',
      confirm: 'in-force',
      change: 'evidenced',
      'take-effect': 'in-force',
      return: 'awaiting-conditions',
      lapse: 'lapsed',
    },
    'in-force': { sign: 'signed', lapse: 'lapsed' },
    signed: {},
    lapsed: {},
  },
});
