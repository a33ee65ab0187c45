import { DomainError } from '@weilend/kernel';
import { wordsForOthers } from '../application/information-requests.js';

// A warning sign (风险预警信号) is handed to the risk department from the place where it is seen: a repayment that grows difficult, a market
// that turns, a rule that changes, money that went elsewhere. Risk assesses it and decides on a measure; what became of it stands beside it.
// The superior of who reported it acknowledges it in time and says what sales does about it meanwhile (向上级报告并采取措施).

export const WARNING_CATEGORIES = ['CREDIT', 'MARKET', 'POLICY'] as const;
export type WarningCategory = (typeof WARNING_CATEGORIES)[number];
export const WARNING_LEVELS = ['LOW', 'MEDIUM', 'HIGH'] as const;
export type WarningLevel = (typeof WARNING_LEVELS)[number];

export interface WarningOutcome {
  /** What risk decided; null when the warning came back. */
  readonly measure: string | null;
  readonly reasons: readonly string[];
  readonly at: Date;
}

export const WARNING_MEASURES = ['VISIT_CUSTOMER', 'CLOSER_WATCH', 'ASK_FOR_SECURITY', 'STOP_FURTHER_LENDING', 'WAIT_FOR_RISK'] as const;
export type WarningMeasure = (typeof WARNING_MEASURES)[number];

export interface WarningAcknowledgement {
  readonly measure: WarningMeasure;
  readonly comment: string;
  readonly by: string;
  readonly at: Date;
}

export interface Warning {
  /** Of the warning, or of the inspection that found it. */
  readonly id: string;
  /** Risk's work on it. */
  readonly handoffId: string;
  readonly category: WarningCategory;
  readonly level: WarningLevel;
  readonly text: string;
  readonly reportedBy: string;
  readonly reportedAt: Date;
  readonly outcome: WarningOutcome | null;
  /** By when the superior has to acknowledge it; null when he reported it himself, or it is from before that was asked. */
  readonly acknowledgeDueAt: Date | null;
  readonly acknowledged: WarningAcknowledgement | null;
}

export type WarningSign = Omit<Warning, 'handoffId' | 'outcome' | 'acknowledgeDueAt' | 'acknowledged'>;

/** What an inspection says by itself when the money was not used as agreed [4.21]. */
export const MISUSE_TEXT = '贷款资金未按约定用途使用';

/** A sign as it will be handed over; throws a text refusal, or WARNING_EXISTS while risk works on the same words [4.23]. */
export function warningSign(warnings: readonly Warning[], sign: WarningSign): WarningSign {
  const text = wordsForOthers(sign.text, 'text');
  if (warnings.some((one) => one.outcome === null && one.text === text)) throw new DomainError('WARNING_EXISTS', {}, 'text');
  return { ...sign, text };
}

/** What became of a warning; the first word counts. The same list when the work is no warning of ours. */
export function noteOutcome(warnings: readonly Warning[], handoffId: string, outcome: WarningOutcome): readonly Warning[] {
  if (!warnings.some((one) => one.handoffId === handoffId && one.outcome === null)) return warnings;
  return warnings.map((one) => (one.handoffId === handoffId ? { ...one, outcome } : one));
}

/** The superior knows it and says what sales does meanwhile. Throws WARNING_UNKNOWN, WARNING_ACKNOWLEDGED or a text refusal [4.23]. */
export function acknowledgeWarning(warnings: readonly Warning[], warningId: string, said: WarningAcknowledgement): readonly Warning[] {
  const warning = warnings.find((one) => one.id === warningId);
  if (!warning) throw new DomainError('WARNING_UNKNOWN', { warningId }, 'warningId');
  if (warning.acknowledged) throw new DomainError('WARNING_ACKNOWLEDGED', {}, 'warningId');
  const acknowledged = { ...said, comment: wordsForOthers(said.comment, 'comment') };
  return warnings.map((one) => (one === warning ? { ...one, acknowledged } : one));
}

/** The earliest moment by which the superior owes a word; null when he owes none. */
export function warningDueAt(warnings: readonly Warning[]): Date | null {
  const owed = warnings.flatMap((one) => (one.acknowledged === null && one.acknowledgeDueAt ? one.acknowledgeDueAt : []));
  return owed.reduce<Date | null>((first, one) => (first === null || one < first ? one : first), null);
}
