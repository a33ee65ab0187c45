// A collaboration request waits for the other department, which answers it or declines it with the reason; either way it is over.
import { defineMachine } from '@weilend/kernel';

export type CollaborationState = 'OPEN' | 'ANSWERED' | 'DECLINED';
export type CollaborationMove = 'answer' | 'decline';

export const collaborationMachine = defineMachine<CollaborationState, CollaborationMove>({
  name: 'collaboration',
  initial: 'OPEN',
  states: { OPEN: { answer: 'ANSWERED', decline: 'DECLINED' }, ANSWERED: {}, DECLINED: {} },
});
