import { expect, test } from '@jest/globals';
import { evaluationTaskMachine } from './evaluation-task.machine.js';
import type { TaskEvent, TaskState } from './evaluation-task.machine.js';

const STATES: readonly TaskState[] = ['OWED', 'HANDED_IN', 'DONE', 'EXCUSED'];
const EVENTS: readonly TaskEvent[] = ['handIn', 'sendBack', 'settle', 'excuse'];
const ALLOWED: Readonly<Record<string, TaskState>> = {
  'OWED handIn': 'HANDED_IN',
  'OWED settle': 'DONE',
  'OWED excuse': 'EXCUSED',
  'HANDED_IN settle': 'DONE',
  'HANDED_IN sendBack': 'OWED',
  'HANDED_IN excuse': 'EXCUSED',
};

test.each(STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))('[6.8] %s then %s', (state, event) => {
  const next = ALLOWED[`${state} ${event}`];
  if (next) expect(evaluationTaskMachine.next(state, event)).toBe(next);
  else expect(() => evaluationTaskMachine.next(state, event)).toThrow('ILLEGAL_TRANSITION');
});
