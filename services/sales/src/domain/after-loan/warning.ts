import { DomainError } from '@weilend/kernel';
import { wordsForOthers } from '../application/information-requests.js';

// A warning sign (风险预警信号) is handed to the risk department from the place where it is seen: a repayment that grows difficult, a market
// that turns, a rule that changes, money that went elsewhere. Risk assesses it and decides on a measure; what became of it stands beside it.

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
}

export type WarningSign = Omit<Warning, 'handoffId' | 'outcome'>;

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
