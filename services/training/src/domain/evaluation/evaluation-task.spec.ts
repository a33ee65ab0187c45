import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import {
  asked,
  excuse,
  extend,
  giveBack,
  handIn,
  isSettled,
  judge,
  markOnTheJob,
  noteFailed,
  openTask,
  refuseAttendee,
  refuseOther,
  sendBack,
  settle,
  taskOwner,
} from './evaluation-task.js';
import type { EvaluationTask } from './evaluation-task.js';
import type { EvaluationMethod } from '../session/training-session.js';

const day = (text: string) => parseLocalDate(text);
const at = new Date('2026-03-03T02:00:00Z');
const task = (method: EvaluationMethod): EvaluationTask =>
  openTask({
    ...{ id: 'tev_1', sessionId: 'trs_1', employeeId: 'emp_a', method, dueOn: day('2026-03-09'), openedBy: 'emp_t', openedAt: at },
    paperId: method === 'EXAM' ? 'epp_1' : null,
  });
const text = '通过本次培训，我了解了新产品的申请条件与费率，今后拜访客户时先说明综合融资成本，再介绍还款方式。';
const reflection = { text, by: 'emp_a', at, today: day('2026-03-09'), atLeast: 20, markBy: day('2026-03-16') };
const written = handIn(task('REFLECTION'), reflection);
const result = { mark: 80, passed: null, reason: '结合了自己的客户', by: 'emp_t', at };

test('[6.8] whoever attended has somebody else open or enter his evaluation', () => {
  expect(() => refuseAttendee({ attendeeIds: ['emp_a', 'emp_b'] }, 'emp_b')).toThrow('EVALUATION_OPENED_BY_ATTENDEE');
  expect(() => refuseAttendee({ attendeeIds: ['emp_a', 'emp_b'] }, 'emp_t')).not.toThrow();
});

describe('[6.8] a reflection', () => {
  test('is handed in by the attendee in time, then marked with a reason', () => {
    expect(written).toMatchObject({ state: 'HANDED_IN', text, dueOn: '2026-03-09', owedOn: '2026-03-16', handedInAt: at });
    expect(judge(written, result)).toMatchObject({ state: 'DONE', mark: 80, markReason: '结合了自己的客户', owedOn: null });
  });

  test.each<[string, Partial<typeof reflection>, string]>([
    ['a day late', { today: day('2026-03-10') }, 'REFLECTION_TOO_LATE'],
    ['by a colleague', { by: 'emp_b' }, 'REFLECTION_NOT_YOURS'],
    ['too short', { text: '很好' }, 'TEXT_TOO_SHORT'],
    ['shorter than the company asks', { atLeast: 500 }, 'TEXT_TOO_SHORT'],
    ["[3.7] with a customer's number", { text: `${text}客户电话 13800138000` }, 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refused: %s', (_name, change, code) => {
    expect(() => handIn(task('REFLECTION'), { ...reflection, ...change })).toThrow(code);
  });

  test('is not handed in twice, nor where an exam is owed', () => {
    expect(() => handIn(written, reflection)).toThrow('ILLEGAL_TRANSITION');
    expect(() => handIn(task('EXAM'), reflection)).toThrow('EVALUATION_METHOD_OTHER');
  });

  test('is not marked before it is there', () => {
    expect(() => settle(task('REFLECTION'), result)).toThrow('REFLECTION_NOT_HANDED_IN');
  });

  test('that says nothing goes back until another day', () => {
    const given = { reason: '与培训内容无关', by: 'emp_t', dueOn: day('2026-03-16'), at: new Date('2026-03-10T02:00:00Z'), longest: 60 };
    expect(sendBack(written, given)).toMatchObject({ state: 'OWED', dueOn: '2026-03-16', owedOn: '2026-03-16', markReason: given.reason });
    expect(() => sendBack(written, { ...given, by: 'emp_a' })).toThrow('EVALUATION_OF_ONESELF');
    expect(() => sendBack(written, { ...given, dueOn: day('2026-03-09') })).toThrow('EVALUATION_DAY_PAST');
    expect(() => sendBack(written, { ...given, dueOn: day('2026-05-03') })).toThrow('EVALUATION_DAY_TOO_LATE');
    expect(() => sendBack(written, { ...given, reason: '不' })).toThrow('TEXT_TOO_SHORT');
    expect(() => sendBack(task('REFLECTION'), given)).toThrow('ILLEGAL_TRANSITION');
  });
});

describe('[6.8] a result fits its method', () => {
  test.each<[EvaluationMethod, number]>([
    ['EXAM', 0],
    ['EXAM', 100],
    ['ON_THE_JOB', 1],
    ['ON_THE_JOB', 5],
  ])('%s takes %s', (method, mark) => {
    expect(settle(task(method), { ...result, mark })).toMatchObject({ state: 'DONE', mark });
  });

  test.each<[EvaluationMethod, number]>([
    ['EXAM', -1],
    ['EXAM', 100.01],
    ['ON_THE_JOB', 0],
    ['ON_THE_JOB', 6],
    ['ON_THE_JOB', Number.NaN],
  ])('%s refuses %s', (method, mark) => {
    expect(() => settle(task(method), { ...result, mark })).toThrow('EVALUATION_MARK_INVALID');
  });

  test('an exam that may be tried again stays owed, with its best mark so far', () => {
    expect(noteFailed(task('EXAM'), 40)).toMatchObject({ state: 'OWED', owedOn: '2026-03-09', mark: 40, passed: false });
  });

  test('nobody marks himself, nor twice', () => {
    expect(() => settle(task('ON_THE_JOB'), { ...result, mark: 5, by: 'emp_a' })).toThrow('EVALUATION_OF_ONESELF');
    expect(() => settle(settle(task('ON_THE_JOB'), { ...result, mark: 5 }), { ...result, mark: 1 })).toThrow('ILLEGAL_TRANSITION');
  });
});

describe('[6.8] the mark of the work by the superior', () => {
  const job: EvaluationTask = { ...task('ON_THE_JOB'), supervisorId: 'emp_s', askOn: day('2026-04-02') };
  const good = { mark: 4, passed: null, reason: '能独立说明综合融资成本', by: 'emp_s', at };
  const on = { today: day('2026-04-02'), standsIn: false };

  test('from its day on, by him, or by who stands in for him', () => {
    expect(markOnTheJob(job, good, on)).toMatchObject({ state: 'DONE', mark: 4, markedBy: 'emp_s' });
    expect(markOnTheJob(asked(job, { supervisorId: 'emp_s', handoffId: null }), good, { ...on, today: day('2026-03-20') }).state).toBe(
      'DONE',
    );
    expect(markOnTheJob(job, { ...good, by: 'emp_h' }, { ...on, standsIn: true }).markedBy).toBe('emp_h');
  });

  test.each<[string, EvaluationTask, Partial<typeof good>, Partial<typeof on>, string]>([
    ['before its day', job, {}, { today: day('2026-04-01') }, 'JOB_MARK_TOO_EARLY'],
    ['by somebody else', job, { by: 'emp_x' }, {}, 'SUPERVISOR_ONLY'],
    ['where sales was asked', asked(job, { supervisorId: 'emp_s', handoffId: 'hof_1' }), {}, {}, 'JOB_MARK_IN_SALES'],
    ['of himself, standing in', job, { by: 'emp_a' }, { standsIn: true }, 'EVALUATION_OF_ONESELF'],
    ['without observed facts', job, { reason: '好' }, {}, 'TEXT_TOO_SHORT'],
    ['of an exam', task('EXAM'), {}, {}, 'EVALUATION_METHOD_OTHER'],
  ])('refused: %s', (_name, of, change, when, code) => {
    expect(() => markOnTheJob(of, { ...good, ...change }, { ...on, ...when })).toThrow(code);
  });
});

describe('[6.8] a superior who can say nothing excuses nobody', () => {
  const job = asked({ ...task('ON_THE_JOB'), supervisorId: 'emp_s' }, { supervisorId: 'emp_s', handoffId: 'hof_1' });

  test('the question is the trainer’s again; hr or another may mark here', () => {
    const back = giveBack(job, '长期外派，无法观察');
    expect(back).toMatchObject({ state: 'OWED', owedOn: '2026-03-09', handoffId: null, askOn: null, markReason: '长期外派，无法观察' });
    const mark = { mark: 3, passed: null, reason: '由项目组长转述的表现', by: 'emp_h', at };
    expect(markOnTheJob(back, mark, { today: day('2026-04-02'), standsIn: true }).state).toBe('DONE');
    expect(() => giveBack(task('EXAM'), '长期外派')).toThrow('EVALUATION_METHOD_OTHER');
  });

  test.each<[string, EvaluationTask, string | null]>([
    ['an exam', task('EXAM'), 'emp_a'],
    ['a reflection to be written', task('REFLECTION'), 'emp_a'],
    ['a reflection to be marked', written, 'emp_t'],
    ['a mark on the job', job, 'emp_s'],
    ['one that was given back', giveBack(job, '长期外派，无法观察'), 'emp_t'],
    ['one that nobody marks yet', task('ON_THE_JOB'), null],
  ])('whose turn it is: %s', (_name, of, owner) => {
    expect(taskOwner(of)).toBe(owner);
  });
});

describe('[6.7] a stated excuse, another day', () => {
  const ill = { reason: '长期病假，无法参加', by: 'emp_t', at };

  test.each<[string, EvaluationTask]>([
    ['an exam that is owed', task('EXAM')],
    ['a reflection that waits for its mark', written],
    ['a mark on the job', task('ON_THE_JOB')],
  ])('excused: %s', (_name, from) => {
    const excused = excuse(from, ill);
    expect(excused).toMatchObject({ state: 'EXCUSED', excuse: ill, owedOn: null });
    expect(isSettled(excused)).toBe(true);
  });

  test.each<[string, Partial<typeof ill>, string]>([
    ['without a reason', { reason: ' ' }, 'TEXT_TOO_SHORT'],
    ['by himself', { by: 'emp_a' }, 'EVALUATION_OF_ONESELF'],
    ["[3.7] with somebody's number", { reason: '请致电 13800138000 核实' }, 'PERSONAL_NUMBER_IN_TEXT'],
  ])('no excuse %s', (_name, change, code) => {
    expect(() => excuse(task('EXAM'), { ...ill, ...change })).toThrow(code);
  });

  test('what has its result needs no excuse', () => {
    expect(() => excuse(settle(task('EXAM'), result), ill)).toThrow('ILLEGAL_TRANSITION');
  });

  const later = { dueOn: day('2026-03-20'), reason: '出差，推迟两周', by: 'emp_t', at: new Date('2026-03-12T02:00:00Z'), longest: 60 };
  test.each<[string, () => unknown, string]>([
    ['into the past', () => extend(task('EXAM'), { ...later, dueOn: day('2026-03-11') }), 'EVALUATION_DAY_PAST'],
    ['for ever', () => extend(task('EXAM'), { ...later, dueOn: day('2099-01-01') }), 'EVALUATION_DAY_TOO_LATE'],
    [
      'later than the last day after the opening',
      () => extend(task('EXAM'), { ...later, dueOn: day('2026-05-03') }),
      'EVALUATION_DAY_TOO_LATE',
    ],
    [
      'nor by one extension after the other',
      () => extend(extend(task('EXAM'), later), { ...later, at: new Date('2026-04-20T02:00:00Z'), dueOn: day('2026-05-03') }),
      'EVALUATION_DAY_TOO_LATE',
    ],
    ['without a reason', () => extend(task('EXAM'), { ...later, reason: ' ' }), 'TEXT_TOO_SHORT'],
    ["[3.7] with somebody's number", () => extend(task('EXAM'), { ...later, reason: '请致电 13800138000' }), 'PERSONAL_NUMBER_IN_TEXT'],
    ['by himself', () => extend(task('EXAM'), { ...later, by: 'emp_a' }), 'EVALUATION_OF_ONESELF'],
    ['of what is settled', () => extend(excuse(task('EXAM'), ill), later), 'EVALUATION_SETTLED'],
    ['of a mark on the job', () => extend(task('ON_THE_JOB'), later), 'EVALUATION_METHOD_OTHER'],
    ['of another method than meant', () => refuseOther(task('EXAM'), 'ON_THE_JOB'), 'EVALUATION_METHOD_OTHER'],
  ])('no other day: %s', (_name, act, code) => {
    expect(act).toThrow(code);
  });

  test('another day', () => {
    const extended = extend(task('EXAM'), later);
    expect(extended).toMatchObject({ dueOn: '2026-03-20', owedOn: '2026-03-20', state: 'OWED' });
    const { reason, by, at: when } = later;
    expect(extended.extensions).toEqual([{ from: '2026-03-09', to: '2026-03-20', reason, by, at: when }]);
    // One of before extensions were kept.
    const { extensions: _none, ...old } = task('EXAM');
    expect(extend(old, later).extensions).toHaveLength(1);
  });
});
