import { expect, test } from '@jest/globals';
import { ACTIVITY_STATES, activityMachine } from './activity.machine.js';
import type { ActivityEvent } from './activity.machine.js';

test('[3.2] every state x event of an activity', () => {
  const events: ActivityEvent[] = ['hold', 'cancel'];
  const table = ACTIVITY_STATES.map((state) =>
    events.map((event) => (activityMachine.can(state, event) ? activityMachine.next(state, event) : '-')).join(' '),
  );
  expect(table).toEqual(['held cancelled', '- -', '- -']);
});
