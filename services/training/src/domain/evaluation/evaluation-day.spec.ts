import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { evaluateBy, evaluationDays } from './evaluation-day.js';
import type { EvaluationMethod } from '../session/training-session.js';

const policy = { examWithin: 7, reflectionWithin: 5, jobMarkAfter: 2, jobMarkAhead: 14, evaluateWithin: 14, longest: 60 };
const days = (method: EvaluationMethod, wanted: string | null, today = '2026-03-03') =>
  evaluationDays(
    method,
    { lastDay: parseLocalDate('2026-03-02'), today: parseLocalDate(today), wanted: wanted === null ? null : parseLocalDate(wanted) },
    policy,
  );

test.each<[string, EvaluationMethod, string | null, string, string | null]>([
  ['an exam, by the policy', 'EXAM', null, '2026-03-10', null],
  ['a reflection, by the policy', 'REFLECTION', null, '2026-03-08', null],
  ['an exam on the day it is opened', 'EXAM', '2026-03-03', '2026-03-03', null],
  ['a reflection on the last day that there is', 'REFLECTION', '2026-05-02', '2026-05-02', null],
  ['on the job, by the policy', 'ON_THE_JOB', null, '2026-05-02', '2026-04-18'],
  ['on the job after exactly a month: not asked earlier', 'ON_THE_JOB', '2026-04-02', '2026-04-02', '2026-04-02'],
  ['on the job soon after a month', 'ON_THE_JOB', '2026-04-10', '2026-04-10', '2026-04-02'],
  ['on the job after exactly three months', 'ON_THE_JOB', '2026-06-02', '2026-06-02', '2026-05-19'],
])('[6.8] %s', (_name, method, wanted, dueOn, askOn) => {
  expect(days(method, wanted)).toEqual({ dueOn, askOn });
});

test.each<[string, EvaluationMethod, string | null, string, string]>([
  ['an exam yesterday', 'EXAM', '2026-03-02', '2026-03-03', 'EVALUATION_DAY_PAST'],
  ['an exam for ever', 'EXAM', '2028-03-02', '2026-03-03', 'EVALUATION_DAY_TOO_LATE'],
  ['a reflection a day after the last one', 'REFLECTION', '2026-05-03', '2026-03-03', 'EVALUATION_DAY_TOO_LATE'],
  ['on the job within the first month', 'ON_THE_JOB', '2026-04-01', '2026-03-03', 'JOB_MARK_DAY_INVALID'],
  ['on the job after more than three months', 'ON_THE_JOB', '2026-06-03', '2026-03-03', 'JOB_MARK_DAY_INVALID'],
  ['on the job, opened after its day', 'ON_THE_JOB', '2026-05-02', '2026-05-03', 'JOB_MARK_DAY_INVALID'],
  ['on the job by the policy, opened too late', 'ON_THE_JOB', null, '2026-05-03', 'JOB_MARK_DAY_INVALID'],
])('[6.8] refused: %s', (_name, method, wanted, today, code) => {
  expect(() => days(method, wanted, today)).toThrow(code);
});

test('[6.7] a training has its evaluation within the days of the policy', () => {
  expect(evaluateBy(parseLocalDate('2026-02-20'), policy)).toBe('2026-03-06');
});
