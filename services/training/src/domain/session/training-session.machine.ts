import { defineMachine } from '@weilend/kernel';

// A training goes one way: planned, held, evaluated, closed. There is no path from held to closed, because no training ends without its evaluation.

export type SessionState = 'PLANNED' | 'HELD' | 'EVALUATED' | 'CLOSED';
export type SessionEvent = 'recordAttendance' | 'evaluate' | 'close';

/** A training is planned, held, evaluated and only then closed [6.7]. */
export const trainingSessionMachine = defineMachine<SessionState, SessionEvent>({
  name: 'training session',
  initial: 'PLANNED',
  states: {
    PLANNED: { recordAttendance: 'HELD' },
    HELD: { evaluate: 'EVALUATED' },
    EVALUATED: { close: 'CLOSED' },
    CLOSED: {},
  },
});
