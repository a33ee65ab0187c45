import { expect, test } from '@jest/globals';
import { AMENDMENT_STATES, amendmentMachine } from './amendment.machine.js';

test('[2.12] an agreement is signed once, after it was acknowledged, or replaced by the next one before', () => {
  expect(AMENDMENT_STATES.map((state) => [state, amendmentMachine.allowed(state)])).toEqual([
    ['open', ['acknowledge', 'replace']],
    ['acknowledged', ['acknowledge', 'sign', 'replace']],
    ['signed', []],
    ['replaced', []],
  ]);
});
