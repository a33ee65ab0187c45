import { defineMachine } from '@weilend/kernel';

/** A promotion is proposed by the manager and decided by somebody else of hr; who proposed it may take it back until then [5.7]. */
export type PromotionState = 'PROPOSED' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN';
export type PromotionStep = 'approve' | 'reject' | 'withdraw' | 'except';

export const promotionMachine = defineMachine<PromotionState, PromotionStep>({
  name: 'promotion',
  initial: 'PROPOSED',
  states: {
    PROPOSED: { approve: 'APPROVED', reject: 'REJECTED', withdraw: 'WITHDRAWN', except: 'PROPOSED' },
    APPROVED: {},
    REJECTED: {},
    WITHDRAWN: {},
  },
});
