import { describe, expect, test } from '@jest/globals';
import { completeUnit, enrol, progressPercent, studiedHours, worthHours } from './enrolment.js';
import type { TrainingCourse } from './training-course.js';

const at = new Date('2026-03-02T02:00:00Z');
const later = new Date('2026-03-03T02:00:00Z');
const units = [
  { no: 1, title: '法规要点', minutes: 30 },
  { no: 2, title: '案例', minutes: 60 },
  { no: 3, title: '测验', minutes: 10 },
];
const course: TrainingCourse = {
  ...{ id: 'crs_1', version: 1, topic: 'LAW', title: '个人信息保护', hours: 2, kinds: ['ONLINE'], units, resources: [], lastUnitNo: 3 },
  ...{ state: 'PUBLISHED', registeredBy: 'emp_t', registeredAt: at, withdrawnReason: null },
};
const learner = { id: 'enr_1', employeeId: 'emp_a', at };
const own = (no: number, when = at, leastShare = 0) => ({ no, employeeId: 'emp_a', at: when, leastShare });

describe('[6.5] progress of a learner', () => {
  test.each([
    [[], 0],
    [[1], 30],
    [[2], 60],
    [[1, 2], 90],
    [[1, 2, 3], 100],
    [[1, 2, 3, 9], 100],
  ])('units %j are %s percent', (done, percent) => {
    expect(
      progressPercent(
        units,
        done.map((no) => ({ no, doneAt: at })),
      ),
    ).toBe(percent);
  });

  test('rounded down, so that 100 is all of it; nothing of nothing is nothing', () => {
    const long = [
      { no: 1, title: 'x', minutes: 599 },
      { no: 2, title: 'y', minutes: 1 },
    ];
    expect(progressPercent(long, [{ no: 1, doneAt: at }])).toBe(99);
    expect(progressPercent([], [])).toBe(0);
  });

  test('the last unit completes the course; a unit that is added later takes no completion back', () => {
    let enrolment = enrol(course, learner);
    for (const no of [3, 1]) enrolment = completeUnit(enrolment, course, own(no));
    expect(enrolment).toMatchObject({ state: 'LEARNING', completedAt: null });
    enrolment = completeUnit(enrolment, { ...course, state: 'WITHDRAWN' }, own(2, later));
    expect(enrolment).toMatchObject({ state: 'COMPLETED', completedAt: later });
    const longer = { ...course, units: [...units, { no: 4, title: '新规', minutes: 5 }] };
    expect(completeUnit(enrolment, longer, own(4, later))).toMatchObject({ state: 'COMPLETED', completedAt: later });
  });

  const learning = enrol(course, learner);
  const after = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

  test.each<[string, number, number, number]>([
    ['after all its minutes', 1, 30, 100],
    ['after half of them, where half is asked for', 1, 15, 50],
    ['at once, where nothing is asked for', 2, 0, 0],
  ])('a unit is done %s', (_name, no, minutes, leastShare) => {
    expect(completeUnit(learning, course, own(no, after(minutes), leastShare)).unitsDone).toHaveLength(1);
  });

  test('a course is not ticked off in a second: each unit takes its time after the one before it', () => {
    const first = completeUnit(learning, course, own(1, after(15), 50));
    expect(() => completeUnit(first, course, own(2, after(44), 50))).toThrow('UNIT_TOO_SOON');
    expect(completeUnit(first, course, own(2, after(45), 50)).unitsDone).toHaveLength(2);
  });

  test.each<[string, number, number[], number]>([
    ['the course’s units, where he took longer', 600, [1, 2, 3], 1.66],
    ['the time that has passed, where he was faster', 51, [1, 2, 3], 0.85],
    ['nothing, ticked off in a second', 1 / 60, [1, 2, 3], 0],
    ['nothing, at once', 0, [1, 2, 3], 0],
    ['the units that he has done', 600, [1], 0.5],
    ['no unit twice, and none that is not there', 600, [1, 1, 9], 0.5],
    ['nothing for no unit', 600, [], 0],
    ['nothing where the clock went back', -5, [1, 2, 3], 0],
  ])('counted is %s', (_name, minutes, done, hours) => {
    const completed = {
      ...learning,
      state: 'COMPLETED' as const,
      completedAt: after(minutes),
      unitsDone: done.map((no) => ({ no, doneAt: at })),
    };
    expect(studiedHours(completed, course)).toBe(hours);
    expect(studiedHours({ ...completed, completedAt: null }, course)).toBe(0);
    expect(studiedHours(completed, { ...course, hours: 0.25 })).toBe(Math.min(hours, 0.25));
  });

  test('a course is worth its hours, and no more than its units take', () => {
    expect([0.5, 1.66, 2, 40].map((hours) => worthHours({ hours, units }))).toEqual([0.5, 1.66, 1.66, 1.66]);
    expect(worthHours({ hours: 2, units: [] })).toBe(0);
  });

  test('the hours are written down when it is completed, and stay', () => {
    let enrolment = enrol(course, learner);
    for (const no of [1, 2]) enrolment = completeUnit(enrolment, course, own(no, after(60)));
    expect(enrolment.hours).toBeNull();
    enrolment = completeUnit(enrolment, course, own(3, after(90)));
    expect(enrolment.hours).toBe(1.5);
    const longer = { ...course, hours: 9, units: [...units, { no: 4, title: '新规', minutes: 500 }] };
    expect(completeUnit(enrolment, longer, own(4, after(900))).hours).toBe(1.5);
  });

  test.each([
    ['joining a draft', () => enrol({ ...course, state: 'DRAFT' }, learner), 'COURSE_NOT_PUBLISHED'],
    ['joining a withdrawn course', () => enrol({ ...course, state: 'WITHDRAWN' }, learner), 'COURSE_NOT_PUBLISHED'],
    ['joining a lecture', () => enrol({ ...course, kinds: ['INTERNAL'] }, learner), 'COURSE_NOT_ONLINE'],
    ['progress for somebody else', () => completeUnit(learning, course, { ...own(1), employeeId: 'emp_b' }), 'ENROLMENT_NOT_OWN'],
    ['a unit that is not there', () => completeUnit(learning, course, own(9)), 'UNIT_UNKNOWN'],
    ['a unit at once', () => completeUnit(learning, course, own(1, at, 50)), 'UNIT_TOO_SOON'],
    ['a minute too soon', () => completeUnit(learning, course, own(1, after(14), 50)), 'UNIT_TOO_SOON'],
    ['a unit twice', () => completeUnit(completeUnit(learning, course, own(1)), course, own(1)), 'UNIT_DONE'],
  ])('refused: %s', (_name, act, code) => {
    expect(act).toThrow(code);
  });
});
