import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { closeSession, planSession, recordAttendance } from '../session/training-session.js';
import type { EvaluationMethod } from '../session/training-session.js';
import { evaluatedByTasks, refuseNobodyEvaluated } from './complete-evaluation.js';
import { excuse, openTask, settle } from './evaluation-task.js';
import type { EvaluationTask } from './evaluation-task.js';

const today = parseLocalDate('2026-03-09');
const at = new Date('2026-03-03T02:00:00Z');
const held = recordAttendance(
  planSession({
    ...{ id: 'trs_1', planId: 'tpl_1', topic: 'LAW', title: '法规', kind: 'INTERNAL', trainerId: 'emp_t', institution: null },
    ...{ resource: null, mode: null, heldOn: parseLocalDate('2026-03-02'), hours: 4 },
  }),
  ['emp_a', 'emp_b'],
);
const owed = (employeeId: string, method: EvaluationMethod = 'EXAM'): EvaluationTask =>
  openTask({ id: `tev_${employeeId}`, sessionId: 'trs_1', employeeId, method, dueOn: today, openedBy: 'emp_t', openedAt: at });
const done = (task: EvaluationTask, mark = 5) => settle(task, { mark, passed: true, reason: null, by: null, at });
const excused = (task: EvaluationTask) => excuse(task, { reason: '长期病假，无法参加', by: 'emp_t', at });

describe('[6.7] everybody has a result or a stated excuse', () => {
  test.each<[string, EvaluationTask[]]>([
    ['nothing was opened', []],
    ['nobody has a result', [owed('emp_a'), owed('emp_b')]],
    ['one still owes', [done(owed('emp_a')), owed('emp_b')]],
    ['one is excused, one owes', [excused(owed('emp_a')), owed('emp_b')]],
  ])('not evaluated, and not to be closed, while %s', (_name, tasks) => {
    expect(evaluatedByTasks(held, tasks, today)).toBeNull();
    expect(() => closeSession(held)).toThrow('EVALUATION_MISSING');
  });

  test.each<[string, EvaluationMethod]>([
    ['by exam', 'EXAM'],
    ['on the job', 'ON_THE_JOB'],
  ])('evaluated %s: one has a mark, one an excuse', (_name, method) => {
    const evaluated = evaluatedByTasks(held, [done(owed('emp_a', method)), excused(owed('emp_b', method))], today);
    expect(evaluated).toMatchObject({
      state: 'EVALUATED',
      evaluation: {
        method,
        results: [
          { mark: 5, excuse: null },
          { mark: null, excuse: '长期病假，无法参加' },
        ],
        evaluatedOn: today,
      },
    });
    expect(evaluated && closeSession(evaluated).state).toBe('CLOSED');
  });

  test('somebody who attended has no task: refused', () => {
    expect(() => evaluatedByTasks(held, [done(owed('emp_a'))], today)).toThrow('EVALUATION_INCOMPLETE');
  });

  test('a training that is evaluated stays as it is', () => {
    const evaluated = evaluatedByTasks(held, [done(owed('emp_a')), done(owed('emp_b'))], today);
    expect(evaluated && evaluatedByTasks(evaluated, [done(owed('emp_a'))], today)).toBeNull();
  });
});

describe('[6.7] excuses do not take the place of the evaluation', () => {
  const left = (task: EvaluationTask) => excuse(task, { reason: '已离职', by: null, at });
  const [a, b] = [owed('emp_a'), owed('emp_b')];

  test.each<[string, EvaluationTask[], string, boolean]>([
    ['the only one, by the trainer', [a], 'emp_t', true],
    ['the last one after the others, by who opened it', [a, excused(b)], 'emp_t', true],
    ['the last one, by another trainer', [a, excused(b)], 'emp_u', false],
    ['the last one after one who left, by another trainer', [a, left(b)], 'emp_u', false],
  ])('refused: %s', (_name, tasks, by, isManager) => {
    expect(() => refuseNobodyEvaluated(held, tasks, { excused: 'tev_emp_a', by, isManager })).toThrow('EVALUATION_ALL_EXCUSED');
  });

  test.each<[string, EvaluationTask[], string, boolean]>([
    ['one while another owes', [a, b], 'emp_t', false],
    ['one while another has a result', [a, done(b)], 'emp_t', false],
    ['the last one, by a manager who neither led nor opened it', [a, excused(b)], 'emp_m', true],
  ])('excused: %s', (_name, tasks, by, isManager) => {
    expect(() => refuseNobodyEvaluated(held, tasks, { excused: 'tev_emp_a', by, isManager })).not.toThrow();
  });

  test('a manager who led the training is no other', () => {
    const of = { ...held, trainerId: 'emp_m' };
    expect(() => refuseNobodyEvaluated(of, [a], { excused: 'tev_emp_a', by: 'emp_m', isManager: true })).toThrow('EVALUATION_ALL_EXCUSED');
  });
});
