import { expect, test } from '@jest/globals';
import { TEMPLATE_STATES, templateMachine } from './template.machine.js';

test('[2.12] a template is decided once', () => {
  const table = TEMPLATE_STATES.map((state) => [state, templateMachine.allowed(state)]);
  expect(table).toEqual([
    ['proposed', ['approve', 'refuse']],
    ['approved', []],
    ['refused', []],
  ]);
});
