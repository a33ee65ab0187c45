import { defineMachine } from '@weilend/kernel';

// A nomination waits for a seat and gets one as soon as one is free. Who withdrew or was declined may be nominated again, at the end of the queue,
// by a new nomination; a cancelled training has no nominees.

export type NominationState = 'WAITING' | 'SEATED' | 'WITHDRAWN' | 'DECLINED' | 'CANCELLED';
export type NominationEvent = 'seat' | 'withdraw' | 'decline' | 'cancel';

const END = { withdraw: 'WITHDRAWN', decline: 'DECLINED', cancel: 'CANCELLED' } as const;

export const nominationMachine = defineMachine<NominationState, NominationEvent>({
  name: 'training nomination',
  initial: 'WAITING',
  states: {
    WAITING: { seat: 'SEATED', ...END },
    SEATED: { ...END },
    WITHDRAWN: {},
    DECLINED: {},
    CANCELLED: {},
  },
});
