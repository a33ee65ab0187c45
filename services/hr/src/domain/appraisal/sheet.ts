import { DomainError, quarterRange } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { appraisalMachine } from './appraisal.machine.js';
import type { AppraisalAct, AppraisalStage, AppraisalStep } from './appraisal.machine.js';
import { compare, exact, fraction, plus } from './fraction.js';
import type { AppraisalFact, Figures } from './indicator.js';
import { adjusted, score } from './scheme.js';
import type { AppraisalScheme, LineScore, SchemeGate } from './scheme.js';

/**
 * One sheet per person and natural quarter [5.5]: self view, manager's review with a reason for each adjustment, one appeal,
 * closing. While open, its figures follow the facts; closed, they never change: later facts count in a later quarter.
 */
export interface AppraisalSheet {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  readonly quarter: string;
  readonly schemeId: string;
  readonly state: 'OPEN' | 'CLOSED';
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  /** Frozen at closing. */
  readonly figures: Figures | null;
  readonly total: number | null;
  readonly lines: readonly LineScore[];
  readonly gates?: readonly SchemeGate[] | null;
  /** What was said on the way; left out on sheets of before it was kept. */
  readonly cycle?: SheetCycle | null;
  /** When the next step is owed; null when nothing is. */
  readonly dueAt?: Date | null;
  /** What those are told next who owe that step, and from when on; null when there is nothing more to tell of it. */
  readonly notice?: StepNotice | null;
  readonly noticeAt?: Date | null;
}

export const STEP_NOTICES = ['SOON', 'LATE'] as const;
export type StepNotice = (typeof STEP_NOTICES)[number];

/** Until when a step is owed, and from when on who owes it is reminded. */
export interface Due {
  readonly dueAt: Date;
  readonly soonAt: Date;
}

/** The time of a step ran out, and those above who owed it were told. */
export interface Escalation {
  readonly step: AppraisalStep;
  readonly dueAt: Date;
  readonly at: Date;
  readonly toIds: readonly string[];
}

export interface SheetCycle {
  readonly stage: AppraisalStage;
  readonly selfView: Word | null;
  readonly review: Review | null;
  /** Everybody who ever reviewed it, also where a later review took the place of his; left out on sheets of before it was kept. */
  readonly reviewers?: readonly string[];
  readonly appeal: Appeal | null;
  /** Left out on sheets of before it was kept. */
  readonly escalations?: readonly Escalation[];
}

export interface Word {
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

export interface Adjustment {
  /** Points, up or down, at most four decimals. */
  readonly points: number;
  readonly reason: string;
}

export interface Review extends Word {
  readonly adjustments: readonly Adjustment[];
  /** True when the person had said nothing of his quarter by then; left out on reviews of before it was kept. */
  readonly withoutSelfView?: boolean;
}

export interface Appeal extends Word {
  readonly decision: (Word & { readonly accepted: boolean; readonly adjustments: readonly Adjustment[] }) | null;
}

const NOTHING_TO_TELL = { notice: null, noticeAt: null } as const;
const BEGIN: SheetCycle = { stage: 'OPENED', selfView: null, review: null, appeal: null };

export const cycleOf = (sheet: AppraisalSheet): SheetCycle =>
  sheet.cycle ?? { ...BEGIN, stage: sheet.state === 'CLOSED' ? 'CLOSED' : 'OPENED' };
export const stageOf = (sheet: AppraisalSheet): AppraisalStage => cycleOf(sheet).stage;

export function openSheet(
  facts: Pick<AppraisalSheet, 'id' | 'employeeId' | 'quarter' | 'schemeId' | 'openedOn'>,
  due: Due,
): AppraisalSheet {
  if (quarterRange(facts.quarter).from > facts.openedOn) throw new DomainError('QUARTER_NOT_BEGUN', { quarter: facts.quarter }, 'quarter');
  const nothing = { figures: null, total: null, lines: [], gates: [] };
  return owing({ ...facts, version: 0, state: 'OPEN', closedOn: null, ...nothing, cycle: BEGIN }, due);
}

/** What the person himself says of his quarter, until the manager reviews it; said late or once more it leaves the review its time. */
export function viewSheet(sheet: AppraisalSheet, view: Word, due: Due): AppraisalSheet {
  requireWords(view.text, 'text');
  if (view.by !== sheet.employeeId) throw new DomainError('SHEET_NOT_OWN', {}, 'appraisalId');
  const viewed = moved(sheet, 'view', { selfView: view });
  return stageOf(sheet) === 'OPENED' ? owing(viewed, due) : viewed;
}

/** The time of the self view is over: the review is owed without it. */
export const lapseSelfView = (sheet: AppraisalSheet, due: Due): AppraisalSheet => owing(moved(sheet, 'lapse', {}), due);

/** The manager's review; `dueAt` is until when it may be appealed. Again while nobody has appealed: the last one holds. */
export function reviewSheet(sheet: AppraisalSheet, review: Review, of: { limit: number; today: LocalDate; dueAt: Date }): AppraisalSheet {
  if (review.by === sheet.employeeId) throw new DomainError('SHEET_OWN_REVIEW', {}, 'appraisalId');
  requireEnded(sheet, of.today);
  checkAdjustments(review.adjustments, of.limit);
  const reviewers = [...new Set([...reviewersOf(sheet), review.by])];
  const said = { ...review, withoutSelfView: cycleOf(sheet).selfView === null };
  return { ...moved(sheet, 'review', { review: said, reviewers }), ...NOTHING_TO_TELL, dueAt: of.dueAt };
}

/** Throws APPEAL_TOO_LATE after the deadline that the review set. */
export function appealSheet(sheet: AppraisalSheet, appeal: Word, due: Due): AppraisalSheet {
  requireWords(appeal.text, 'text');
  if (appeal.by !== sheet.employeeId) throw new DomainError('SHEET_NOT_OWN', {}, 'appraisalId');
  const next = moved(sheet, 'appeal', { appeal: { ...appeal, decision: null } });
  if (sheet.dueAt && appeal.at > sheet.dueAt) throw new DomainError('APPEAL_TOO_LATE', { until: sheet.dueAt.toISOString() });
  return owing(next, due);
}

export interface AppealDecision extends Word {
  readonly accepted: boolean;
  /** Take the place of the review's when the appeal is accepted. */
  readonly adjustments: readonly Adjustment[];
}

/** Decided by somebody who neither is the person nor ever wrote a review of the sheet. */
export function decideAppeal(sheet: AppraisalSheet, decision: AppealDecision, limit: number): AppraisalSheet {
  const { appeal } = cycleOf(sheet);
  const next = moved(sheet, 'decide', { appeal: appeal && { ...appeal, decision } });
  requireWords(decision.text, 'text');
  if (reviewersOf(sheet).includes(decision.by) || decision.by === sheet.employeeId)
    throw new DomainError('APPEAL_OWN_DECISION', {}, 'appraisalId');
  if (!decision.accepted && decision.adjustments.length > 0) throw new DomainError('APPEAL_NOT_ACCEPTED', {}, 'adjustments');
  checkAdjustments(decision.adjustments, limit);
  return { ...next, ...NOTHING_TO_TELL, dueAt: null };
}

export function reviewersOf(sheet: AppraisalSheet): readonly string[] {
  const { reviewers, review } = cycleOf(sheet);
  return reviewers ?? (review ? [review.by] : []);
}

/** The adjustments that hold: those of an accepted appeal, otherwise the review's. */
export function adjustmentsOf(sheet: AppraisalSheet): readonly Adjustment[] {
  const { appeal, review } = cycleOf(sheet);
  return (appeal?.decision?.accepted ? appeal.decision.adjustments : review?.adjustments) ?? [];
}

/** True for a violation that counts on this sheet: it is open, and the fact is of its person and quarter. */
export function isReflected(sheet: AppraisalSheet, fact: Pick<AppraisalFact, 'kind' | 'employeeId' | 'quarter'>): boolean {
  return sheet.state === 'OPEN' && fact.kind === 'VIOLATION' && fact.employeeId === sheet.employeeId && fact.quarter === sheet.quarter;
}

/** The score of a sheet as its figures and adjustments make it. */
export function scoreSheet(sheet: AppraisalSheet, scheme: AppraisalScheme, figures: Figures): ReturnType<typeof score> {
  const plain = score(scheme, figures);
  const points = adjustmentsOf(sheet).map((one) => one.points);
  return { ...plain, total: adjusted(plain.total, points, plain.gates) };
}

/**
 * Closes after the quarter's last day in Asia/Shanghai, with the figures as they stand; not while an appeal is open, nor while the time of a self view, a review
 * or an appeal runs, and without a review only when those above were told that it is late.
 */
export function closeSheet(
  sheet: AppraisalSheet,
  of: { scheme: AppraisalScheme; figures: Figures; today: LocalDate; now: Date },
): AppraisalSheet {
  requireEnded(sheet, of.today);
  requireSettled(sheet, of.now);
  const closed = { ...moved(sheet, 'close', {}), ...NOTHING_TO_TELL, state: 'CLOSED' as const, closedOn: of.today, dueAt: null };
  return { ...closed, figures: of.figures, ...scoreSheet(sheet, of.scheme, of.figures) };
}

const AWAITED: Partial<Record<AppraisalStage, string>> = { OPENED: 'self view', SELF_VIEWED: 'review', UNVIEWED: 'review' };

function requireSettled(sheet: AppraisalSheet, now: Date): void {
  const stage = stageOf(sheet);
  const runs = !!sheet.dueAt && now <= sheet.dueAt;
  const until = sheet.dueAt?.toISOString() ?? '-';
  if (stage === 'REVIEWED' && runs) throw new DomainError('APPEAL_STILL_POSSIBLE', { until });
  const step = AWAITED[stage];
  if (step && (runs || !isReviewEscalated(sheet))) throw new DomainError('SHEET_STEP_DUE', { step, until });
}

const isReviewEscalated = (sheet: AppraisalSheet): boolean => (cycleOf(sheet).escalations ?? []).some(({ step }) => step === 'REVIEW');

/** Each adjustment has a reason, and all of them together stay within what the scheme allows. Throws at `adjustments`. */
function checkAdjustments(adjustments: readonly Adjustment[], limit: number): void {
  for (const { points, reason } of adjustments) {
    if (points === 0 || !Number.isFinite(points)) throw new DomainError('ADJUSTMENT_EMPTY', {}, 'adjustments');
    if (!reason.trim()) throw new DomainError('ADJUSTMENT_REASON_MISSING', {}, 'adjustments');
  }
  const sum = adjustments.reduce((all, { points }) => plus(all, exact(Math.abs(points))), fraction(0));
  if (compare(sum, exact(limit)) > 0) throw new DomainError('ADJUSTMENT_ABOVE_LIMIT', { limit }, 'adjustments');
}

function requireEnded({ quarter }: AppraisalSheet, today: LocalDate): void {
  const { to } = quarterRange(quarter);
  if (today <= to) throw new DomainError('QUARTER_NOT_ENDED', { quarter, lastDay: to });
}

function requireWords(text: string, field: string): void {
  if (!text.trim() || text.length > 2_000) throw new DomainError('APPRAISAL_WORDS_MISSING', {}, field);
}

/** The next step is owed, and of that its owner is told in time. */
function owing(sheet: AppraisalSheet, { dueAt, soonAt }: Due): AppraisalSheet {
  return { ...sheet, dueAt, notice: 'SOON', noticeAt: soonAt };
}

function moved(sheet: AppraisalSheet, act: AppraisalAct, said: Partial<SheetCycle>): AppraisalSheet {
  const cycle = cycleOf(sheet);
  return { ...sheet, cycle: { ...cycle, ...said, stage: appraisalMachine.next(cycle.stage, act) } };
}
