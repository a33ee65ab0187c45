import { DomainError, refuseAll } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { SessionFacts } from './training-session.js';

/**
 * What each kind of training has to say before it is planned: an internal one its trainer of the company [6.3], an external one its
 * institution and whether a certificate comes of it [6.4], self-study what is learned and until when [6.5], a practice its mode [6.6].
 * Where and when it takes place, how many seats it has and what it costs may stand beside that.
 */
export interface SessionExtras {
  /** The planned course that it belongs to and that pays for it. */
  readonly courseNo: number | null;
  /** A course of the catalogue, for self-study. */
  readonly courseId: string | null;
  readonly certificateExpected: boolean;
  /** Last day of self-study. */
  readonly untilOn: LocalDate | null;
  readonly place: string | null;
  /** Local times `HH:MM`. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** Seats; null where there is no end of them. */
  readonly capacity: number | null;
  readonly costFen: number;
}

export const NO_EXTRAS: SessionExtras = {
  ...{ courseNo: null, courseId: null, certificateExpected: false, untilOn: null, place: null, startsAt: null, endsAt: null },
  ...{ capacity: null, costFen: 0 },
};

const MOST_HOURS = 80;
/** One training is led by people who can know their learners. */
export const MOST_SEATS = 500;
const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

type Checked = SessionFacts & SessionExtras;
/** Code, field, and what is wrong. */
type Row = readonly [code: string, field: string, isWrong: (facts: Checked) => boolean];

const isBlank = (text: string | null): boolean => !text?.trim();

const RULES: readonly Row[] = [
  ['SESSION_TITLE_MISSING', 'title', ({ title }) => isBlank(title)],
  ['SESSION_TRAINER_MISSING', 'trainerId', ({ kind, trainerId }) => kind === 'INTERNAL' && !trainerId],
  ['SESSION_INSTITUTION_MISSING', 'institution', ({ kind, institution }) => kind === 'EXTERNAL' && isBlank(institution)],
  ['SESSION_RESOURCE_MISSING', 'resource', ({ kind, resource, courseId }) => kind === 'ONLINE' && isBlank(resource) && courseId === null],
  ['SESSION_MODE_MISSING', 'mode', ({ kind, mode }) => kind === 'PRACTICE' && !mode],
  ['SESSION_HOURS_INVALID', 'hours', ({ hours }) => !(hours > 0) || hours > MOST_HOURS],
  ['SESSION_CERTIFICATE_UNFIT', 'certificateExpected', ({ kind, certificateExpected }) => certificateExpected && kind !== 'EXTERNAL'],
  ['SESSION_UNTIL_INVALID', 'untilOn', ({ kind, untilOn, heldOn }) => untilOn !== null && (kind !== 'ONLINE' || untilOn < heldOn)],
  ['SESSION_COURSE_UNFIT', 'courseId', ({ kind, courseId }) => courseId !== null && kind !== 'ONLINE'],
];

/** Throws every refusal of a training that is planned or moved. */
export function checkFacts(facts: Checked): void {
  const found = RULES.filter(([, , isWrong]) => isWrong(facts)).map(([code, field]) => new DomainError(code, {}, field));
  refuseAll([...found, ...timeProblems(facts), ...seatProblems(facts.capacity)]);
}

/** Both times or none, the first before the second. */
function timeProblems({ startsAt, endsAt }: Checked): DomainError[] {
  if (startsAt === null && endsAt === null) return [];
  const isSpan = [startsAt, endsAt].every((time) => time !== null && CLOCK_TIME.test(time)) && String(startsAt) < String(endsAt);
  return isSpan ? [] : [new DomainError('SESSION_TIME_INVALID', {}, 'startsAt')];
}

export function seatProblems(capacity: number | null): DomainError[] {
  const isFit = capacity === null || (Number.isInteger(capacity) && capacity >= 1 && capacity <= MOST_SEATS);
  return isFit ? [] : [new DomainError('SESSION_CAPACITY_INVALID', { most: MOST_SEATS }, 'capacity')];
}
