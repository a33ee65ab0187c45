import { DomainError, refuseAll } from '@weilend/kernel';
import type { TrainingTopic } from '../plan/training-plan.js';
import type { SessionKind } from '../session/training-session.js';
import { trainingCourseMachine } from './training-course.machine.js';
import type { CourseState } from './training-course.machine.js';

/**
 * The courses of the company: what they are about, how long they take, for which kinds of training they are made, what people learn from
 * (files and links) and in which units. Everybody sees published courses and learns from them at his own pace where they are made for online
 * self-study [6.5]. A withdrawn course takes no new learners; those who began finish it.
 */
export interface CourseUnit {
  /** Number within the course; it stays, because learners have done it. */
  readonly no: number;
  readonly title: string;
  readonly minutes: number;
}

export type UnitWish = Omit<CourseUnit, 'no'> & { readonly no?: number | null };

export interface CourseResource {
  readonly no: number;
  readonly title: string;
  readonly kind: 'FILE' | 'LINK';
  readonly fileId: string | null;
  readonly url: string | null;
}

export interface CourseContent {
  readonly topic: TrainingTopic;
  readonly title: string;
  readonly hours: number;
  readonly kinds: readonly SessionKind[];
  readonly units: readonly CourseUnit[];
}

export interface TrainingCourse extends CourseContent {
  readonly id: string;
  readonly version: number;
  readonly resources: readonly CourseResource[];
  /** The highest number that a unit ever had, so that none is given twice. */
  readonly lastUnitNo: number;
  readonly state: CourseState;
  readonly registeredBy: string;
  readonly registeredAt: Date;
  readonly withdrawnReason: string | null;
}

export type CourseWish = Omit<CourseContent, 'units'> & { readonly units: readonly UnitWish[] };

const MOST_HOURS = 400;
const MOST_MINUTES = 600;
const MOST_UNITS = 200;
const MOST_RESOURCES = 100;
const LEAST_REASON_LENGTH = 5;
const LINK = /^https:\/\/[^\s/?#]+\.[^\s]+$/;

export function registerCourse(wish: CourseWish, of: { id: string; registeredBy: string; registeredAt: Date }): TrainingCourse {
  const fresh = { version: 0, resources: [], units: [], lastUnitNo: 0, state: trainingCourseMachine.initial, withdrawnReason: null };
  return written({ ...wish, ...of, ...fresh }, wish);
}

/** Writes a course anew while nobody can join it; a unit that is named by its number stays the same unit. */
export function changeCourse(course: TrainingCourse, wish: CourseWish): TrainingCourse {
  return written({ ...course, state: trainingCourseMachine.next(course.state, 'change') }, wish);
}

/** Files and links may be added at any time: learners only gain. */
export function addResource(course: TrainingCourse, resource: Omit<CourseResource, 'no' | 'kind'>): TrainingCourse {
  const { title, fileId, url } = resource;
  const isOne = (fileId === null) !== (url === null);
  const isFit = title.trim() !== '' && isOne && (url === null || LINK.test(url)) && course.resources.length < MOST_RESOURCES;
  if (!isFit) throw new DomainError('COURSE_RESOURCE_INVALID', {}, url === null ? 'title' : 'url');
  const no = Math.max(0, ...course.resources.map((one) => one.no)) + 1;
  const added: CourseResource = { no, title: title.trim(), kind: fileId === null ? 'LINK' : 'FILE', fileId, url };
  return { ...course, resources: [...course.resources, added] };
}

export function publishCourse(course: TrainingCourse): TrainingCourse {
  const state = trainingCourseMachine.next(course.state, 'publish');
  if (course.kinds.includes('ONLINE')) {
    const found: DomainError[] = [];
    if (course.units.length === 0) found.push(new DomainError('COURSE_UNITS_MISSING', {}, 'units'));
    if (course.resources.length === 0) found.push(new DomainError('COURSE_RESOURCES_MISSING', {}, 'resources'));
    refuseAll(found);
  }
  return { ...course, state, withdrawnReason: null };
}

export function withdrawCourse(course: TrainingCourse, reason: string): TrainingCourse {
  const state = trainingCourseMachine.next(course.state, 'withdraw');
  if ([...reason.trim()].length < LEAST_REASON_LENGTH) throw new DomainError('COURSE_REASON_MISSING', {}, 'reason');
  return { ...course, state, withdrawnReason: reason.trim() };
}

/** The file of a number. Throws COURSE_RESOURCE_UNKNOWN. */
export function fileOf(course: TrainingCourse, no: number): string {
  const fileId = course.resources.find((one) => one.no === no)?.fileId;
  if (!fileId) throw new DomainError('COURSE_RESOURCE_UNKNOWN', { no }, 'no');
  return fileId;
}

function written(course: TrainingCourse, wish: CourseWish): TrainingCourse {
  const { topic, title, hours, kinds } = wish;
  const found: DomainError[] = [];
  if (title.trim() === '') found.push(new DomainError('COURSE_TITLE_MISSING', {}, 'title'));
  if (!(hours > 0) || hours > MOST_HOURS) found.push(new DomainError('COURSE_HOURS_INVALID', {}, 'hours'));
  if (kinds.length === 0) found.push(new DomainError('COURSE_KINDS_MISSING', {}, 'kinds'));
  if (!areFitUnits(wish.units)) found.push(new DomainError('COURSE_UNIT_INVALID', {}, 'units'));
  refuseAll(found);
  const units = numbered(course, wish.units);
  const lastUnitNo = Math.max(course.lastUnitNo, ...units.map(({ no }) => no));
  return { ...course, topic, title: title.trim(), hours, kinds: [...new Set(kinds)], units, lastUnitNo };
}

function areFitUnits(units: readonly UnitWish[]): boolean {
  const titles = units.map(({ title }) => title.trim());
  const isFit = ({ title, minutes }: UnitWish): boolean =>
    title.trim() !== '' && Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES;
  return units.length <= MOST_UNITS && new Set(titles).size === titles.length && units.every(isFit);
}

function numbered(course: TrainingCourse, wishes: readonly UnitWish[]): CourseUnit[] {
  const named = wishes.flatMap(({ no }) => no ?? []);
  const wrong = named.find((no, place) => !course.units.some((unit) => unit.no === no) || named.indexOf(no) !== place);
  if (wrong !== undefined) throw new DomainError('UNIT_UNKNOWN', { no: wrong }, 'units');
  let last = course.lastUnitNo;
  return wishes.map(({ no, title, minutes }) => ({ no: no ?? ++last, title: title.trim(), minutes }));
}
