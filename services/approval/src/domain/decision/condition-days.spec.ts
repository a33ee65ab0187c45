import { expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { aDecision } from '../__cases__/decision.builder.js';
import { firstDue, isOwed, isSettled } from './condition-days.js';
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
  ['the earlier has its evidence', [one, { ...other, evidence: { fileId: 'fil_1', sha256: 'a' } }], '2026-12-03'],
  ['both have their evidence', [one, other].map((each) => ({ ...each, evidence: { fileId: 'fil_1', sha256: 'a' } })), '2026-12-02'],
  ['there is none', [], null],
])('[4.14] %s: first due %s', (_name, conditions, expected) => {
  expect(firstDue(conditions)).toBe(expected);
});

test.each([
  [{ confirmedBy: null, waivedReason: null, evidence: null }, false, true],
  [{ confirmedBy: null, waivedReason: null, evidence: { fileId: 'fil_1', sha256: 'a' } }, false, false],
  [{ confirmedBy: 'emp_sec', waivedReason: null, evidence: { fileId: 'fil_1', sha256: 'a' } }, true, false],
  [{ confirmedBy: null, waivedReason: '已结清', evidence: null }, true, false],
])('[4.14] %o settled: %p, owed: %p', (condition, settled, owed) => {
  expect([isSettled(condition), isOwed(condition)]).toEqual([settled, owed]);
});
