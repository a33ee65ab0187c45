import { DomainError } from '@weilend/kernel';
import type { TrainingSession } from '../session/training-session.js';
import { writtenWords } from '../written-words.js';

/**
 * What attendees think of a training (培训反馈): its content, its trainer, its use for their work, 1 to 5 each, and a few words [6.7, 6.9].
 * Only who was there says it, once; who leads the training sees all answers together, and nothing while so few have answered that somebody
 * could be recognised. New answers are shown by the same number at a time: otherwise the figures of yesterday would tell what one more has said.
 */
export interface TrainingFeedback {
  readonly id: string;
  readonly version: number;
  readonly sessionId: string;
  readonly employeeId: string;
  readonly content: number;
  readonly trainer: number;
  readonly usefulness: number;
  readonly text: string | null;
  readonly givenAt: Date;
}

export interface FeedbackSummary {
  readonly attendees: number;
  readonly answers: number;
  /** From how many answers on figures are shown. */
  readonly least: number;
  /** Of how many answers the figures are: the others wait until they are enough. */
  readonly shown: number;
  readonly figures: FeedbackFigures | null;
}

/** Averages to four decimals; the words in an order that says nothing of who wrote them or when. */
export interface FeedbackFigures {
  readonly content: number;
  readonly trainer: number;
  readonly usefulness: number;
  readonly texts: readonly string[];
}

const LEAST_WORDS = 2;

export function giveFeedback(
  session: Pick<TrainingSession, 'state' | 'attendeeIds'>,
  given: Omit<TrainingFeedback, 'version'>,
  earlier: TrainingFeedback | null,
): TrainingFeedback {
  if (!session.attendeeIds.includes(given.employeeId)) throw new DomainError('FEEDBACK_NOT_ATTENDEE', {}, 'sessionId');
  if (earlier) throw new DomainError('FEEDBACK_GIVEN', {}, 'sessionId');
  for (const field of ['content', 'trainer', 'usefulness'] as const)
    if (!Number.isInteger(given[field]) || given[field] < 1 || given[field] > 5) throw new DomainError('FEEDBACK_MARK_INVALID', {}, field);
  return { ...given, version: 0, text: given.text === null ? null : writtenWords(given.text, 'text', LEAST_WORDS) };
}

/** All answers to one training together. */
export function summarise(attendees: number, given: readonly TrainingFeedback[], least: number): FeedbackSummary {
  const answers = given.length;
  const step = Math.max(least, 1);
  const shown = answers - (answers % step);
  if (shown === 0) return { attendees, answers, least, shown, figures: null };
  const seen = [...given].sort(byTime).slice(0, shown);
  const average = (field: 'content' | 'trainer' | 'usefulness'): number =>
    averageOf(
      seen.reduce((sum, one) => sum + one[field], 0),
      shown,
    );
  const texts = seen.flatMap(({ text }) => (text === null ? [] : [text])).sort();
  return {
    attendees,
    answers,
    least,
    shown,
    figures: { content: average('content'), trainer: average('trainer'), usefulness: average('usefulness'), texts },
  };
}

/** The order in which they came, so that what was shown once stays among what is shown. */
function byTime(one: TrainingFeedback, other: TrainingFeedback): number {
  return one.givenAt.getTime() - other.givenAt.getTime() || (one.id < other.id ? -1 : 1);
}

/** Whole numbers in, four decimals out, the half upwards. */
function averageOf(sum: number, count: number): number {
  return Math.floor((sum * 20_000 + count) / (2 * count)) / 10_000;
}
