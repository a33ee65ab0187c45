import { expect, it } from '@jest/globals';
import { BATCH_STATES, batchMachine } from './batch.machine.js';

it('[7.12] a batch is released or dissolved, once', () => {
  expect([batchMachine.next('OPEN', 'release'), batchMachine.next('OPEN', 'dissolve')]).toEqual(['RELEASED', 'DISSOLVED']);
  for (const state of ['RELEASED', 'DISSOLVED'] as const)
    for (const event of ['release', 'dissolve'] as const) expect(() => batchMachine.next(state, event)).toThrow('ILLEGAL_TRANSITION');
  expect(BATCH_STATES.filter((state) => !batchMachine.isFinal(state))).toEqual(['OPEN']);
});
