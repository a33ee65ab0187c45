import { addMs, DomainError } from '@weilend/kernel';
import type { CourseUnit, TrainingCourse } from './training-course.js';

/**
 * Somebody learns from a course by himself: he joins it, does unit after unit in the order he likes, and has completed it with the last one.
 * How far he is says the share of the course's minutes that he has done [6.5]. Only he makes progress, nobody for him, and not faster than
 * anybody can learn: a unit takes the least share of its minutes that the company has set after the one before it. The hours that count for him
 * are those that the course is worth, for the units that he has done, and never more than have passed between joining and completing; they are
 * written down once, when he completes it. Units that are added later lower the share but take no completion back.
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
  /** Hours of self-study that count for him, in hundredths; null until he has completed it. */
  readonly hours?: number | null;
}

export function enrol(course: TrainingCourse, learner: { id: string; employeeId: string; at: Date }): Enrolment {
  if (course.state !== 'PUBLISHED') throw new DomainError('COURSE_NOT_PUBLISHED', { state: course.state }, 'courseId');
  if (!course.kinds.includes('ONLINE')) throw new DomainError('COURSE_NOT_ONLINE', {}, 'courseId');
  const { id, employeeId, at } = learner;
  return {
    id,
    version: 0,
    courseId: course.id,
    employeeId,
    state: 'LEARNING',
    unitsDone: [],
    enrolledAt: at,
    completedAt: null,
    hours: null,
  };
}

export interface UnitCompletion {
  readonly no: number;
  readonly employeeId: string;
  readonly at: Date;
  /** The least share of a unit's minutes that it takes, in percent. */
  readonly leastShare: number;
}

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const HOUR_MS = HOUR_MINUTES * MINUTE_MS;

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
  const done = { ...enrolment, unitsDone, state: completedAt ? ('COMPLETED' as const) : ('LEARNING' as const), completedAt };
  return enrolment.completedAt || !completedAt ? done : { ...done, hours: studiedHours(done, course) };
}

/** Hours that a completed course counts for a learner; 0 while it is not completed. */
export function studiedHours({ unitsDone, enrolledAt, completedAt }: Enrolment, course: Pick<TrainingCourse, 'hours' | 'units'>): number {
  if (completedAt === null) return 0;
  const units = course.units.filter(({ no }) => unitsDone.some((done) => done.no === no));
  const passed = (completedAt.getTime() - enrolledAt.getTime()) / HOUR_MS;
  return inHundredths(Math.min(worthHours({ hours: course.hours, units }), Math.max(0, passed)));
}

/** Hours that a course is worth: no more than its units take. */
export function worthHours({ hours, units }: Pick<TrainingCourse, 'hours' | 'units'>): number {
  return inHundredths(Math.min(hours, minutesOf(units) / HOUR_MINUTES));
}

const inHundredths = (hours: number): number => Math.floor(hours * 100) / 100;

const minutesOf = (units: readonly CourseUnit[]): number => units.reduce((total, unit) => total + unit.minutes, 0);

/** When a unit can be done at the earliest: after the one before it, or after joining, and the least share of its own minutes. */
function earliest({ unitsDone, enrolledAt }: Enrolment, { units }: TrainingCourse, { no, leastShare }: UnitCompletion): Date {
  const begun = unitsDone.reduce((last, { doneAt }) => (doneAt > last ? doneAt : last), enrolledAt);
  const minutes = units.find((unit) => unit.no === no)?.minutes ?? 0;
  return addMs(begun, Math.floor((minutes * MINUTE_MS * leastShare) / 100));
}

/** Whole percent of the course's minutes, rounded down, so that 100 means all of it. */
export function progressPercent(units: readonly CourseUnit[], unitsDone: readonly UnitDone[]): number {
  const total = minutesOf(units);
  const done = minutesOf(units.filter((unit) => unitsDone.some(({ no }) => no === unit.no)));
  return total === 0 ? 0 : Math.floor((done * 100) / total);
}
