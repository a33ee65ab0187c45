import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { GRADES } from './scorecard/grade.js';
import { GRADE_PLANS, nextVisitOn, responseDeadline } from './service-plan.js';

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

test('[3.10] every grade has a plan of its own', () => {
  expect(GRADES.map((grade) => GRADE_PLANS[grade].grade)).toEqual([...GRADES]);
  expect(new Set(GRADES.map((grade) => GRADE_PLANS[grade].strategy)).size).toBe(3);
});

test.each([
  ['A' as const, 'deadline.first-response-a'],
  ['B' as const, 'deadline.first-response-b'],
  ['C' as const, 'deadline.first-response'],
  [null, 'deadline.first-response'],
])('[1.6, 3.10] a customer of grade %s is answered within %s', (grade, key) => {
  expect(responseDeadline(grade)).toBe(key);
});
