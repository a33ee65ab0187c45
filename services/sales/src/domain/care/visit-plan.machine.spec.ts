import { expect, test } from '@jest/globals';
import { PLANNED_VISIT_EVENTS, PLANNED_VISIT_STATES, plannedVisitMachine } from './visit-plan.machine.js';

test('[3.11] every state x event of a planned visit', () => {
  expect(
    PLANNED_VISIT_STATES.map((state) =>
      PLANNED_VISIT_EVENTS.map((event) => (plannedVisitMachine.can(state, event) ? plannedVisitMachine.next(state, event) : '-')).join(' '),
    ),
  ).toEqual(['held not-held cancelled', '- - -', '- - -', '- - -']);
});
