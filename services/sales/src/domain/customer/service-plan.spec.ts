import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { GRADES } from './scorecard/grade.js';
import { gradePlansOf, movedVisit, nextVisitOn } from './service-plan.js';

const intervals = { A: 30, B: 60, C: 90 };
const today = parseLocalDate('2026-11-23');

test.each([
  ['A', '2026-12-23'],
  ['B', '2027-01-22'],
  ['C', '2027-02-21'],
  [null, '2027-02-21'],
] as const)('[2.13, 3.10] grade %s is visited next on %s', (grade, day) => {
  expect(nextVisitOn(grade, today, intervals)).toBe(day);
});

test.each([
  ['C to A', '2027-02-21', 'C', 'A', '2026-12-23'],
  ['none to A counts as from C', '2027-02-21', null, 'A', '2026-12-23'],
  ['A to C', '2026-12-23', 'A', 'C', '2027-02-21'],
  ['the same', '2026-12-23', 'B', 'B', '2026-12-23'],
  ['C to A, never before today', '2026-12-01', 'C', 'A', '2026-11-23'],
  ['a visit that is due today stays due', '2026-11-23', 'A', 'C', '2026-11-23'],
  ['a visit that is overdue is not excused', '2026-10-01', 'A', 'C', '2026-10-01'],
] as const)('[3.10] %s: the visit of %s moves', (_title, planned, from, to, moved) => {
  expect(movedVisit(parseLocalDate(planned), { from, to }, intervals, today)).toBe(moved);
});

test.each([
  ['everything', { A: { strategy: 'a', services: ['s'], offers: ['o'] } }, { strategy: 'a', services: ['s'], offers: ['o'] }],
  ['a part', { A: { strategy: 'a' } }, { strategy: 'a', services: [], offers: [] }],
  ['nothing', {}, { strategy: '', services: [], offers: [] }],
])('[3.10] a plan with %s of its texts is shown as far as it is known', (_title, texts, shown) => {
  const plans = gradePlansOf(texts, intervals, { A: '2h', B: '4h', C: '4h' });
  expect(plans.map(({ grade }) => grade)).toEqual([...GRADES]);
  expect(plans[0]).toEqual({ grade: 'A', ...shown, visitIntervalDays: 30, firstResponse: '2h' });
});
