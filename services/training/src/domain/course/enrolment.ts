import { addMs, DomainError } from '@weilend/kernel';
import type { CourseUnit, TrainingCourse } from './training-course.js';

/**
 * Somebody learns from a course by himself: he joins it, does unit after unit in the order he likes, and has completed it with the last one.
 * How far he is says the share of the course's minutes that he has done [6.5]. Only he makes progress, nobody for him, and not faster than
 * anybody can learn: hours that count are hours that have passed. Units that are added later lower the share but take no completion back.
 */
export interface UnitDone {
  readonly no: number;
  readonly doneAt: Date;
}

export interface Enrolment {
  readonly id: string;
  readonly version: number;
  readonly courseId: string;
  readonly employeeId: string;
  readonly state: 'LEARNING' | 'COMPLETED';
  readonly unitsDone: readonly UnitDone[];
  readonly enrolledAt: Date;
  readonly completedAt: Date | null;
}

export function enrol(course: TrainingCourse, learner: { id: string; employeeId: string; at: Date }): Enrolment {
  if (course.state !== 'PUBLISHED') throw new DomainError('COURSE_NOT_PUBLISHED', { state: course.state }, 'courseId');
  if (!course.kinds.includes('ONLINE')) throw new DomainError('COURSE_NOT_ONLINE', {}, 'courseId');
  const { id, employeeId, at } = learner;
  return { id, version: 0, courseId: course.id, employeeId, state: 'LEARNING', unitsDone: [], enrolledAt: at, completedAt: null };
}

export interface UnitCompletion {
  readonly no: number;
  readonly employeeId: string;
  readonly at: Date;
  /** The least share of a unit's minutes that it takes, in percent. */
  readonly leastShare: number;
}

const MINUTE_MS = 60_000;

/** A withdrawn course can still be finished. */
export function completeUnit(enrolment: Enrolment, course: TrainingCourse, of: UnitCompletion): Enrolment {
  const { no, employeeId, at } = of;
  if (enrolment.employeeId !== employeeId) throw new DomainError('ENROLMENT_NOT_OWN', {}, 'enrolmentId');
  if (!course.units.some((unit) => unit.no === no)) throw new DomainError('UNIT_UNKNOWN', { no }, 'unitNo');
  if (enrolment.unitsDone.some((done) => done.no === no)) throw new DomainError('UNIT_DONE', { no }, 'unitNo');
  const from = earliest(enrolment, course, of);
  if (at < from) throw new DomainError('UNIT_TOO_SOON', { no, from: from.toISOString() }, 'unitNo');
  const unitsDone = [...enrolment.unitsDone, { no, doneAt: at }];
  const isWhole = course.units.every((unit) => unitsDone.some((done) => done.no === unit.no));
  const completedAt = enrolment.completedAt ?? (isWhole ? at : null);
  return { ...enrolment, unitsDone, state: completedAt ? 'COMPLETED' : 'LEARNING', completedAt };
}

/** When a unit can be done at the earliest: after the one before it, or after joining, and the least share of its own minutes. */
function earliest({ unitsDone, enrolledAt }: Enrolment, { units }: TrainingCourse, { no, leastShare }: UnitCompletion): Date {
  const begun = unitsDone.reduce((last, { doneAt }) => (doneAt > last ? doneAt : last), enrolledAt);
  const minutes = units.find((unit) => unit.no === no)?.minutes ?? 0;
  return addMs(begun, Math.floor((minutes * MINUTE_MS * leastShare) / 100));
}

/** Whole percent of the course's minutes, rounded down, so that 100 means all of it. */
export function progressPercent(units: readonly CourseUnit[], unitsDone: readonly UnitDone[]): number {
  const minutesOf = (some: readonly CourseUnit[]): number => some.reduce((total, unit) => total + unit.minutes, 0);
  const total = minutesOf(units);
  const done = minutesOf(units.filter((unit) => unitsDone.some(({ no }) => no === unit.no)));
  return total === 0 ? 0 : Math.floor((done * 100) / total);
}
