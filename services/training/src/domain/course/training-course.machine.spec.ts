import { expect, test } from '@jest/globals';
import { trainingCourseMachine } from './training-course.machine.js';
import type { CourseEvent, CourseState } from './training-course.machine.js';

const STATES: readonly CourseState[] = ['DRAFT', 'PUBLISHED', 'WITHDRAWN'];
const EVENTS: readonly CourseEvent[] = ['change', 'publish', 'withdraw'];
const ALLOWED: Readonly<Record<string, CourseState>> = {
  'DRAFT change': 'DRAFT',
  'DRAFT publish': 'PUBLISHED',
  'PUBLISHED withdraw': 'WITHDRAWN',
  'WITHDRAWN change': 'WITHDRAWN',
  'WITHDRAWN publish': 'PUBLISHED',
};

test.each(STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))('[6.5] %s then %s', (state, event) => {
  const next = ALLOWED[`${state} ${event}`];
  if (next) expect(trainingCourseMachine.next(state, event)).toBe(next);
  else expect(() => trainingCourseMachine.next(state, event)).toThrow('ILLEGAL_TRANSITION');
});
