import { expect, test } from '@jest/globals';
import { requireDesk } from './desk-acts.js';
import type { DeskAct } from './desk-acts.js';
import { DESK_STATES } from './desk.machine.js';

const allows = (act: DeskAct) =>
  DESK_STATES.filter((state) => {
    try {
      requireDesk(state, act);
      return true;
    } catch {
      return false;
    }
  });

test.each<[DeskAct, string[]]>([
  ['amend', ['draft', 'returned']],
  ['attach-document', ['draft', 'returned']],
  ['judge-document', ['draft', 'under-check', 'returned']],
])('[4.4, 7.12] %s is done in %j only', (act, states) => {
  expect(allows(act)).toEqual(states);
});

test('[7.12] a refusal names where it is done', () => {
  expect(() => requireDesk('passed', 'amend')).toThrow(
    expect.objectContaining({ code: 'NOT_NOW', data: { state: 'passed', act: 'amend', allowed: ['draft', 'returned'] } }),
  );
});
