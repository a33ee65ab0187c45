import { defineMachine } from '@weilend/kernel';

// A training goes one way: planned, held, evaluated, closed; only what was not held yet can be cancelled. There is no path from held to closed, because no training ends without its evaluation.

export type SessionState = 'PLANNED' | 'HELD' | 'EVALUATED' | 'CLOSED' | 'CANCELLED';
export type SessionEvent = 'recordAttendance' | 'evaluate' | 'close' | 'reschedule' | 'cancel';

/** A training is planned, held, evaluated and only then closed [6.7]. */
export const trainingSessionMachine = defineMachine<SessionState, SessionEvent>({
  name: 'training session',
  initial: 'PLANNED',
  states: {
    PLANNED: { recordAttendance: 'HELD', reschedule: 'PLANNED', cancel: 'CANCELLED' },
    HELD: { evaluate: 'EVALUATED' },
    EVALUATED: { close: 'CLOSED' },
    CLOSED: {},
    CANCELLED: {},
  },
});
