import { expect, test } from '@jest/globals';
import { trainingSessionMachine } from './training-session.machine.js';
import type { SessionEvent, SessionState } from './training-session.machine.js';

const STATES: readonly SessionState[] = ['PLANNED', 'HELD', 'EVALUATED', 'CLOSED', 'CANCELLED'];
const EVENTS: readonly SessionEvent[] = ['recordAttendance', 'evaluate', 'close', 'reschedule', 'cancel'];
const ALLOWED: Readonly<Record<string, SessionState>> = {
  'PLANNED recordAttendance': 'HELD',
  'PLANNED reschedule': 'PLANNED',
  'PLANNED cancel': 'CANCELLED',
  'HELD evaluate': 'EVALUATED',
  'EVALUATED close': 'CLOSED',
};

test.each(STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))('[6.7] %s then %s', (state, event) => {
  const next = ALLOWED[`${state} ${event}`];
  if (next) expect(trainingSessionMachine.next(state, event)).toBe(next);
  else expect(() => trainingSessionMachine.next(state, event)).toThrow('ILLEGAL_TRANSITION');
});
