// A message that does not get on at a department: set aside, waiting for a fact, or parked behind a missing one. People let it try again or give
// it up; what became of it is the department's own word. Where money moves, giving up takes a second person.
import { defineMachine } from '@weilend/kernel';

export type StuckDeliveryState =
  | 'WAITING'
  | 'PARKED'
  | 'DEAD'
  | 'DISCARD_ASKED'
  | 'RETRYING'
  | 'DISCARDING'
  | 'APPLIED'
  | 'DISCARDED'
  | 'OLD';
export type StuckDeliveryMove = 'retry' | 'ask' | 'discard' | 'wait' | 'park' | 'die' | 'apply' | 'drop' | 'overtake';

/** What the department may say at any time: it knows, coordination follows. */
const word = { wait: 'WAITING', park: 'PARKED', die: 'DEAD', apply: 'APPLIED', drop: 'DISCARDED', overtake: 'OLD' } as const;

export const stuckDeliveryMachine = defineMachine<StuckDeliveryState, StuckDeliveryMove>({
  name: 'stuck delivery',
  initial: 'DEAD',
  states: {
    DEAD: { retry: 'RETRYING', ask: 'DISCARD_ASKED', discard: 'DISCARDING', ...word },
    DISCARD_ASKED: { retry: 'RETRYING', discard: 'DISCARDING', ...word },
    RETRYING: word,
    DISCARDING: word,
    WAITING: word,
    PARKED: word,
    APPLIED: word,
    DISCARDED: word,
    OLD: word,
  },
});
