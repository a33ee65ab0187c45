import type { FeedbackKind, FeedbackTicket } from './ticket.js';
import { FEEDBACK_KINDS } from './ticket.js';
import { mean } from './satisfaction.js';

// How well customers are heard (客户反馈分析): how much came in, how long an answer and a closing took, how much of it was in time, and how content
// the customers were at the end. A median, because one forgotten ticket must not hide how the others went.

export type CountedTicket = Pick<FeedbackTicket, 'kind' | 'openedAt' | 'acknowledgeDueAt' | 'answerDueAt' | 'reopened'> & {
  readonly firstReplyAt: Date | null;
  readonly closedAt: Date | null;
  readonly satisfaction: number | null;
};

export interface FeedbackFigures {
  readonly kind: FeedbackKind;
  readonly count: number;
  readonly closed: number;
  readonly reopened: number;
  /** Of tickets that were answered; null without one. */
  readonly medianMinutesToReply: number | null;
  readonly medianMinutesToClose: number | null;
  /** Answered in time, of all that were answered or should have been; null when none is due yet. */
  readonly shareOnTime: number | null;
  readonly averageSatisfaction: number | null;
}

const MINUTE_MS = 60_000;

/** Figures of the tickets of a period, one row for each kind, also for those that had none. `now` decides what should have been answered. */
export function feedbackFigures(tickets: readonly CountedTicket[], now: Date): readonly FeedbackFigures[] {
  return FEEDBACK_KINDS.map((kind) => {
    const own = tickets.filter((ticket) => ticket.kind === kind);
    const judged = own.filter((ticket) => ticket.firstReplyAt !== null || ticket.answerDueAt < now);
    const inTime = judged.filter((ticket) => ticket.firstReplyAt !== null && ticket.firstReplyAt <= ticket.answerDueAt);
    return {
      kind,
      count: own.length,
      closed: own.filter((ticket) => ticket.closedAt !== null).length,
      reopened: own.filter((ticket) => ticket.reopened.length > 0).length,
      medianMinutesToReply: median(own.flatMap((ticket) => minutes(ticket.openedAt, ticket.firstReplyAt))),
      medianMinutesToClose: median(own.flatMap((ticket) => minutes(ticket.openedAt, ticket.closedAt))),
      shareOnTime: judged.length === 0 ? null : inTime.length / judged.length,
      averageSatisfaction: mean(own.flatMap((ticket) => ticket.satisfaction ?? [])),
    };
  });
}

const minutes = (from: Date, to: Date | null): number[] => (to === null ? [] : [Math.round((to.getTime() - from.getTime()) / MINUTE_MS)]);

/** The middle one; the mean of the two in the middle of an even number; null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? null) : mean(sorted.slice(middle - 1, middle + 1));
}
