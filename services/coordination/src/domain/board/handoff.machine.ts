// The life of a piece of work that one department owes another, as the board of coordination sees it: waiting, taken up, paused because
// the customer has to do something first, and over. Whatever the board says, the word of the receiving department that the work is done wins.
import { defineMachine } from '@weilend/kernel';

export type HandoffState = 'OPEN' | 'ACCEPTED' | 'PAUSED' | 'COMPLETED' | 'RETURNED' | 'RECALLED';
export type HandoffMove = 'accept' | 'assign' | 'pause' | 'resume' | 'complete' | 'return' | 'recall';

const closing = { complete: 'COMPLETED', return: 'RETURNED', recall: 'RECALLED' } as const;

export const handoffMachine = defineMachine<HandoffState, HandoffMove>({
  name: 'handoff',
  initial: 'OPEN',
  states: {
    OPEN: { accept: 'ACCEPTED', assign: 'OPEN', pause: 'PAUSED', ...closing },
    ACCEPTED: { assign: 'ACCEPTED', pause: 'PAUSED', ...closing },
    PAUSED: { assign: 'PAUSED', resume: 'ACCEPTED', ...closing },
    COMPLETED: {},
    RETURNED: {},
    RECALLED: {},
  },
});
