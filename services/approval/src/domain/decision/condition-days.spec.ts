import { expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { aDecision } from '../__cases__/decision.builder.js';
import { firstDue, isSettled } from './condition-days.js';
import type { DecisionCondition } from './decide.js';

const [one, other] = aDecision().conditions.map((condition, place) => ({
  ...condition,
  dueOn: `2026-12-0${3 - place}` as LocalDate,
})) as [DecisionCondition, DecisionCondition];

test.each<[string, DecisionCondition[], string | null]>([
  ['both are owed', [one, other], '2026-12-02'],
  ['the earlier is confirmed', [one, { ...other, confirmedBy: 'emp_sec' }], '2026-12-03'],
  ['the earlier is waived', [one, { ...other, waivedReason: '已结清' }], '2026-12-03'],
  [
    'both are settled',
    [
      { ...one, confirmedBy: 'emp_sec' },
      { ...other, waivedReason: '已结清' },
    ],
    null,
  ],
  ['there is none', [], null],
])('[4.14] %s: first due %s', (_name, conditions, expected) => {
  expect(firstDue(conditions)).toBe(expected);
});

test.each([
  [{ confirmedBy: null, waivedReason: null }, false],
  [{ confirmedBy: 'emp_sec', waivedReason: null }, true],
  [{ confirmedBy: null, waivedReason: '已结清' }, true],
])('[4.14] %o settled: %p', (condition, expected) => {
  expect(isSettled(condition)).toBe(expected);
});
