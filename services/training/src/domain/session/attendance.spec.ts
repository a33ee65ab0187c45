import { describe, expect, test } from '@jest/globals';
import { addDays, parseLocalDate } from '@weilend/kernel';
import { takeAttendance } from './attendance.js';
import type { AttendanceWish } from './attendance.js';
import { planSession } from './training-session.js';

const today = parseLocalDate('2026-03-02');
const facts = {
  ...{ id: 'trs_1', planId: 'tpl_1', topic: 'PRODUCT' as const, title: '新产品', kind: 'INTERNAL' as const, trainerId: 'emp_t', hours: 4 },
  ...{ institution: null, resource: null, mode: null, heldOn: today },
};
const lecture = planSession(facts);
const practice = planSession({ ...facts, kind: 'PRACTICE', trainerId: null, mode: 'SIMULATION' });
const of = { today, nominatedIds: new Set(['a', 'b']), declinedIds: new Set(['d']), completedIds: null };

describe('[6.3] who was there', () => {
  test('the nominated by being there, others with the reason', () => {
    const held = takeAttendance(
      lecture,
      [{ employeeId: 'a' }, { employeeId: 'x', addedReason: '临时顶替同事参加' }, { employeeId: 'a' }],
      of,
    );
    expect(held).toMatchObject({ state: 'HELD', attendeeIds: ['a', 'x'] });
    expect(held.attendance).toEqual([
      { employeeId: 'a', addedReason: null, result: null, note: null },
      { employeeId: 'x', addedReason: '临时顶替同事参加', result: null, note: null },
    ]);
  });

  test.each<[string, AttendanceWish[], object, string]>([
    ['before it began', [{ employeeId: 'a' }], { today: addDays(today, -1) }, 'ATTENDANCE_TOO_EARLY'],
    ['a stranger', [{ employeeId: 'a' }, { employeeId: 'x' }], {}, 'ATTENDEE_NOT_NOMINATED'],
    ['a stranger with a blank reason', [{ employeeId: 'x', addedReason: '      ' }], {}, 'ATTENDEE_NOT_NOMINATED'],
    ['a stranger with next to no reason', [{ employeeId: 'x', addedReason: '临时' }], {}, 'ATTENDEE_NOT_NOMINATED'],
    ['nobody', [], {}, 'ATTENDANCE_EMPTY'],
    ['[2.2] somebody whose manager declined', [{ employeeId: 'd', addedReason: '临时顶替同事参加' }], {}, 'ATTENDEE_DECLINED'],
    ['the trainer himself', [{ employeeId: 'a' }, { employeeId: 'emp_t', addedReason: '本人也学习了' }], {}, 'NOMINEE_IS_TRAINER'],
    [
      '[6.5] who has not completed the course',
      [{ employeeId: 'a' }, { employeeId: 'b' }],
      { completedIds: new Set(['a']) },
      'ATTENDEE_COURSE_OPEN',
    ],
    ['a result of a lecture', [{ employeeId: 'a', result: 'ACHIEVED' }], {}, 'PRACTICE_RESULT_UNFIT'],
  ])('refused: %s', (_name, wishes, change, code) => {
    expect(() => takeAttendance(lecture, wishes, { ...of, ...change })).toThrow(code);
  });
});

describe('[6.5] self-study goes on until its last day', () => {
  const study = planSession({ ...facts, kind: 'ONLINE', trainerId: null, resource: 'r', untilOn: addDays(today, 10) });
  const on =
    (days: number, ...who: string[]) =>
    () =>
      takeAttendance(
        study,
        who.map((employeeId) => ({ employeeId, addedReason: '临时顶替同事参加' })),
        { ...of, today: addDays(today, days) },
      );

  test.each([
    ['on its first day', on(0, 'a'), 'ATTENDANCE_STUDY_OPEN'],
    ['the day before its last', on(9, 'a'), 'ATTENDANCE_STUDY_OPEN'],
    ['of somebody else', on(9, 'x'), 'ATTENDANCE_STUDY_OPEN'],
    ['before it began', on(-1, 'a', 'b'), 'ATTENDANCE_TOO_EARLY'],
  ])('who has a seat is not written down as absent: %s', (_name, act, code) => {
    expect(act).toThrow(code);
  });

  test.each([
    ['on its last day', on(10, 'a')],
    ['when everybody has completed it', on(1, 'a', 'b')],
    ['when everybody has, and one more', on(0, 'b', 'x', 'a')],
  ])('it is written down %s', (_name, act) => {
    expect(act().state).toBe('HELD');
  });
});

describe('[6.6] a practice has a result for everybody', () => {
  test('with what there is to say of it', () => {
    const wishes: AttendanceWish[] = [
      { employeeId: 'a', result: 'ACHIEVED', note: '面签话术完整' },
      { employeeId: 'b', result: 'NOT_ACHIEVED' },
    ];
    expect(takeAttendance(practice, wishes, of).attendance.map(({ result, note }) => [result, note])).toEqual([
      ['ACHIEVED', '面签话术完整'],
      ['NOT_ACHIEVED', null],
    ]);
  });

  test('the refusal names whose is missing', () => {
    expect(() => takeAttendance(practice, [{ employeeId: 'a', result: 'PARTLY' }, { employeeId: 'b' }], of)).toThrow(
      expect.objectContaining({ code: 'PRACTICE_RESULT_MISSING', data: { employeeIds: ['b'] } }),
    );
  });
});
