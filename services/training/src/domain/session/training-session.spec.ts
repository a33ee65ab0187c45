import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { closeSession, evaluateSession, planSession, recordAttendance } from './training-session.js';
import type { Evaluation, EvaluationMethod, TrainingSession } from './training-session.js';

const today = parseLocalDate('2026-03-02');
const facts = {
  id: 'trs_1',
  planId: 'tpl_1',
  topic: 'PRODUCT' as const,
  title: '新产品',
  kind: 'INTERNAL' as const,
  trainerId: 'emp_t',
  institution: null,
  resource: null,
  mode: null,
  heldOn: today,
  hours: 4,
};
const external = { ...facts, kind: 'EXTERNAL' as const, trainerId: null, institution: '银行学院' };
const held: TrainingSession = recordAttendance(planSession(external), ['emp_a', 'emp_b', 'emp_a']);
const evaluation = (method: EvaluationMethod, mark: number | null, text: string | null, ids = ['emp_a', 'emp_b']): Evaluation => ({
  method,
  results: ids.map((employeeId) => ({ employeeId, mark, text })),
  improvements: [],
  evaluatedOn: today,
});

describe('[6.3-6.6] the four kinds have their own required facts', () => {
  test.each<[string, Partial<typeof facts> | object, string]>([
    ['internal without a trainer', { trainerId: null }, 'SESSION_TRAINER_MISSING'],
    ['external without an institution', { kind: 'EXTERNAL' }, 'SESSION_INSTITUTION_MISSING'],
    ['external at a blank institution', { kind: 'EXTERNAL', institution: ' ' }, 'SESSION_INSTITUTION_MISSING'],
    ['online without a resource', { kind: 'ONLINE' }, 'SESSION_RESOURCE_MISSING'],
    ['practice without a mode', { kind: 'PRACTICE' }, 'SESSION_MODE_MISSING'],
    ['no hours', { hours: 0 }, 'SESSION_HOURS_INVALID'],
    ['negative hours', { hours: -1 }, 'SESSION_HOURS_INVALID'],
    ['too many hours', { hours: 81 }, 'SESSION_HOURS_INVALID'],
  ])('refused: %s', (_name, change, code) => {
    expect(() => planSession({ ...facts, ...change })).toThrow(code);
  });

  test.each([
    ['EXTERNAL', { institution: '银行学院' }],
    ['ONLINE', { resource: 'course-7' }],
    ['PRACTICE', { mode: 'SIMULATION' as const }],
  ] as const)('accepted: %s', (kind, change) => {
    expect(planSession({ ...facts, trainerId: null, kind, ...change }).state).toBe('PLANNED');
  });
});

describe('[6.7] no closing without an evaluation', () => {
  test('a held session cannot be closed, an evaluated one can, once', () => {
    expect(() => closeSession(held)).toThrow('EVALUATION_MISSING');
    const closed = closeSession(evaluateSession(held, evaluation('EXAM', 80, null)));
    expect(closed.state).toBe('CLOSED');
    expect(() => closeSession(closed)).toThrow('ILLEGAL_TRANSITION');
  });

  test('a session that was not held cannot be evaluated', () => {
    expect(() => evaluateSession(planSession(facts), evaluation('EXAM', 80, null))).toThrow('ILLEGAL_TRANSITION');
  });

  test('nobody attended', () => {
    expect(() => recordAttendance(planSession(facts), [])).toThrow('ATTENDANCE_EMPTY');
  });
});

describe('[6.8] what the company finds out itself is not entered at once', () => {
  const words =
    '通过本次培训，我了解了新产品的申请条件、费率与风险提示，今后在拜访客户时会先说明综合融资成本，再介绍还款方式，并记录客户的疑问。';
  const kinds = [
    facts,
    { ...facts, trainerId: null, kind: 'ONLINE' as const, resource: 'course-7' },
    { ...facts, kind: 'PRACTICE' as const, mode: 'SIMULATION' as const },
  ];
  test.each(
    kinds.flatMap(
      (of) =>
        [
          ['EXAM', of],
          ['REFLECTION', of],
          ['ON_THE_JOB', of],
        ] as const,
    ),
  )('%s of %j', (method, of) => {
    const session = recordAttendance(planSession(of as typeof facts), ['emp_a', 'emp_b']);
    expect(() => evaluateSession(session, evaluation(method, 5, words))).toThrow('EVALUATION_ONE_BY_ONE');
  });
});

describe('[6.8] evaluation by exam, reflection or on the job', () => {
  const reflection =
    '通过本次培训，我了解了新产品的申请条件、费率与风险提示，今后在拜访客户时会先说明综合融资成本，再介绍还款方式，并记录客户的疑问。';

  test.each<[string, Evaluation, string | null]>([
    ['an exam', evaluation('EXAM', 0, null), null],
    ['a reflection', evaluation('REFLECTION', null, reflection), null],
    ['an exam above 100', evaluation('EXAM', 101, null), 'EVALUATION_RESULT_INVALID'],
    ['an exam without a mark', evaluation('EXAM', null, reflection), 'EVALUATION_RESULT_INVALID'],
    ['a short reflection', evaluation('REFLECTION', 90, '很好'), 'EVALUATION_RESULT_INVALID'],
    ["[3.7] a reflection with a customer's number", evaluation('REFLECTION', null, `${reflection}13800138000`), 'PERSONAL_NUMBER_IN_TEXT'],
    ['the mark of the work, which is the superior’s', evaluation('ON_THE_JOB', 5, null), 'EVALUATION_ONE_BY_ONE'],
    ['somebody who was not there', evaluation('EXAM', 80, null, ['emp_a', 'emp_b', 'emp_c']), 'EVALUATION_NOT_ATTENDEE'],
    ['somebody forgotten', evaluation('EXAM', 80, null, ['emp_a']), 'EVALUATION_INCOMPLETE'],
    ['nobody', evaluation('EXAM', 80, null, []), 'EVALUATION_INCOMPLETE'],
  ])('%s', (_name, given, code) => {
    const act = () => evaluateSession(held, given);
    if (code) expect(act).toThrow(code);
    else expect(act().state).toBe('EVALUATED');
  });
});
