import { addDays, DomainError, instantOf } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { writtenText } from '../checks/written-text.js';
import { watchMachine } from './watch.machine.js';
import type { WatchState } from './watch.machine.js';

// Customers of high risk are watched (高风险客户重点关注): a dedicated person tracks each [7.5], by a special risk-control plan with regular
// reviews [7.6]. They come in by a HIGH alert, a HIGH rating of a loan that was paid out, a class below normal, or by hand. A HIGH one
// without person or plan is on the exception list and goes further when its time has passed.

export const WATCH_CAUSES = ['HIGH_ALERT', 'HIGH_RATING', 'LOAN_CLASS', 'BY_HAND'] as const;
export type WatchCauseKind = (typeof WATCH_CAUSES)[number];
export const WATCH_LEVELS = ['MEDIUM', 'HIGH'] as const;
export type WatchLevel = (typeof WATCH_LEVELS)[number];
export const REVIEW_VERDICTS = ['BETTER', 'SAME', 'WORSE'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

export interface WatchCause {
  readonly kind: WatchCauseKind;
  /** The alert, report or loan that it came of; the person when by hand. */
  readonly sourceId: string;
  readonly reason: string;
  readonly at: Date;
}

export interface WatchPlan {
  readonly goal: string;
  readonly actions: readonly string[];
  readonly reviewEveryDays: number;
  readonly by: string;
  readonly at: Date;
}

export interface WatchReview {
  readonly on: LocalDate;
  readonly verdict: ReviewVerdict;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

interface Word {
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

export interface Watch {
  readonly id: string;
  readonly version: number;
  /** The customer where he is known; otherwise what the alert is about. */
  readonly subjectId: string;
  readonly customerId: string | null;
  readonly loanIds: readonly string[];
  readonly level: WatchLevel;
  readonly state: WatchState;
  /** The subject while the watch goes on: one at a time. */
  readonly openKey: string | null;
  readonly causes: readonly WatchCause[];
  readonly enteredAt: Date;
  readonly trackerId: string | null;
  /** Oldest first; the last one holds. */
  readonly plans: readonly WatchPlan[];
  readonly nextReviewOn: LocalDate | null;
  readonly reviews: readonly WatchReview[];
  readonly endProposal: Word | null;
  readonly ended: Word | null;
  /** HIGH without dedicated person or plan. */
  readonly isException: boolean;
  /** Until when an exception is cured. */
  readonly planDueAt: Date | null;
  /** When somebody above is told next. */
  readonly noticeAt: Date | null;
  /** The review of which somebody was told that it is late. */
  readonly toldReviewOn: LocalDate | null;
  readonly escalationNo: number;
}

export type NewWatch = Pick<Watch, 'id' | 'subjectId' | 'customerId' | 'level' | 'enteredAt'> & {
  readonly loanId: string | null;
  readonly cause: WatchCause;
};

/** `planDueAt` is until when a dedicated person and a plan are owed. Throws a text refusal. */
export function enterWatch(entry: NewWatch, planDueAt: Date): Watch {
  const { loanId, cause, ...rest } = entry;
  const reason = writtenText(cause.reason, 'reason', 4);
  const watch: Watch = {
    ...{ ...rest, version: 0, loanIds: loanId === null ? [] : [loanId], state: watchMachine.initial, openKey: entry.subjectId },
    ...{ causes: [{ ...cause, reason }], trackerId: null, plans: [], nextReviewOn: null, reviews: [], endProposal: null, ended: null },
    ...{ isException: false, planDueAt: null, noticeAt: null, toldReviewOn: null, escalationNo: 0 },
  };
  return settled(watch, planDueAt);
}

/** One more reason to watch; the same one again changes nothing. The level only rises. */
export function addCause(watch: Watch, more: Pick<NewWatch, 'level' | 'loanId' | 'cause'>, planDueAt: Date): Watch {
  const { level, loanId, cause } = more;
  const isKnown = watch.causes.some(({ kind, sourceId }) => kind === cause.kind && sourceId === cause.sourceId);
  const isHigher = level === 'HIGH' && watch.level !== 'HIGH';
  if (isKnown && !isHigher) return watch;
  const loanIds = loanId === null || watch.loanIds.includes(loanId) ? watch.loanIds : [...watch.loanIds, loanId];
  const causes = isKnown ? watch.causes : [...watch.causes, { ...cause, reason: writtenText(cause.reason, 'reason', 4) }];
  return settled({ ...watch, level: isHigher ? 'HIGH' : watch.level, loanIds, causes }, planDueAt);
}

/** Throws WATCH_TRACKER_NOT_ELIGIBLE, or ILLEGAL_TRANSITION when the watch has ended [7.5]. */
export function trackWatch(watch: Watch, tracker: { employeeId: string; active: boolean }, planDueAt: Date): Watch {
  requireOpen(watch);
  if (!tracker.active) throw new DomainError('WATCH_TRACKER_NOT_ELIGIBLE', { employeeId: tracker.employeeId }, 'trackerId');
  return settled({ ...watch, trackerId: tracker.employeeId }, planDueAt);
}

/** Who tracked it has left: it is nobody's again, and an exception when it is HIGH [7.5]. */
export function untrackWatch(watch: Watch, planDueAt: Date): Watch {
  return settled({ ...watch, trackerId: null }, planDueAt);
}

/** A plan, or a new one after it; the next review counts from today. Throws WATCH_PLAN_ACTIONS_MISSING, WATCH_REVIEW_INTERVAL_INVALID or a text refusal [7.6]. */
export function planWatch(watch: Watch, plan: WatchPlan, given: { today: LocalDate; longestDays: number; planDueAt: Date }): Watch {
  requireOpen(watch);
  const goal = writtenText(plan.goal, 'goal', 4);
  const actions = plan.actions.map((action) => writtenText(action, 'actions', 4));
  if (actions.length === 0) throw new DomainError('WATCH_PLAN_ACTIONS_MISSING', {}, 'actions');
  const { reviewEveryDays } = plan;
  if (!Number.isInteger(reviewEveryDays) || reviewEveryDays < 1 || reviewEveryDays > given.longestDays)
    throw new DomainError('WATCH_REVIEW_INTERVAL_INVALID', { most: given.longestDays }, 'reviewEveryDays');
  const planned = { ...watch, plans: [...watch.plans, { ...plan, goal, actions }] };
  return settled({ ...planned, nextReviewOn: addDays(given.today, reviewEveryDays) }, given.planDueAt);
}

/** How it stands by the plan; the next review is due after its interval. Throws WATCH_PLAN_MISSING or a text refusal. */
export function reviewWatch(watch: Watch, review: WatchReview, planDueAt: Date): Watch {
  requireOpen(watch);
  const plan = watch.plans.at(-1);
  if (!plan) throw new DomainError('WATCH_PLAN_MISSING');
  const reviews = [...watch.reviews, { ...review, text: writtenText(review.text, 'text', 4) }];
  return settled({ ...watch, reviews, nextReviewOn: addDays(review.on, plan.reviewEveryDays) }, planDueAt);
}

/** Somebody thinks that the watch may end, and why. */
export function proposeEnd(watch: Watch, word: Word): Watch {
  const state = watchMachine.next(watch.state, 'propose');
  return { ...watch, state, endProposal: { ...word, reason: writtenText(word.reason, 'reason', 4) } };
}

/** A second person agrees or refuses. Throws WATCH_OWN_END, WATCH_ALERT_OPEN or ILLEGAL_TRANSITION. */
export function decideEnd(watch: Watch, decision: Word & { agreed: boolean; openAlertId: string | null }, planDueAt: Date): Watch {
  const { agreed, openAlertId, ...word } = decision;
  const state = watchMachine.next(watch.state, agreed ? 'confirm' : 'reject');
  if (watch.endProposal?.by === word.by) throw new DomainError('WATCH_OWN_END');
  if (agreed && openAlertId !== null) throw new DomainError('WATCH_ALERT_OPEN', { alertId: openAlertId });
  const reason = writtenText(word.reason, 'reason', 4);
  if (!agreed) return settled({ ...watch, state, endProposal: null }, planDueAt);
  return settled({ ...watch, state, ended: { ...word, reason }, openKey: null }, planDueAt);
}

export type WatchNotice = 'NO_TRACKER_OR_PLAN' | 'REVIEW_OVERDUE';

/** What somebody above is told when `noticeAt` has come, and the watch after it; told once until something changes. */
export function noticeOf(watch: Watch): { cause: WatchNotice; after: Watch } {
  const cause = watch.isException ? 'NO_TRACKER_OR_PLAN' : 'REVIEW_OVERDUE';
  const toldReviewOn = watch.isException ? watch.toldReviewOn : watch.nextReviewOn;
  return { cause, after: { ...watch, noticeAt: null, toldReviewOn, escalationNo: watch.escalationNo + 1 } };
}

function requireOpen(watch: Watch): void {
  if (watchMachine.isFinal(watch.state)) watchMachine.next(watch.state, 'propose');
}

function settled(watch: Watch, planDueAt: Date): Watch {
  if (watch.openKey === null) return { ...watch, isException: false, planDueAt: null, nextReviewOn: null, noticeAt: null };
  const isException = watch.level === 'HIGH' && (watch.trackerId === null || watch.plans.length === 0);
  if (isException) return watch.isException ? watch : { ...watch, isException, planDueAt, noticeAt: planDueAt };
  const { nextReviewOn } = watch;
  const isTold = nextReviewOn === null || nextReviewOn === watch.toldReviewOn;
  return { ...watch, isException, planDueAt: null, noticeAt: isTold ? null : instantOf(addDays(nextReviewOn, 1)) };
}
