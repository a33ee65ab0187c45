import { expect, test } from '@jest/globals';
import { SCORECARD_STATES, scorecardMachine } from './scorecard.machine.js';

test('[3.9] state by event: only a proposal is decided on', () => {
  const table = SCORECARD_STATES.map((state) =>
    (['publish', 'reject'] as const).map((event) => (scorecardMachine.can(state, event) ? scorecardMachine.next(state, event) : '-')),
  );
  expect(table).toEqual([
    ['published', 'rejected'],
    ['-', '-'],
    ['-', '-'],
  ]);
});
