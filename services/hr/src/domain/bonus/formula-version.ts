import { DomainError, quarterRange } from '@weilend/kernel';
import { mayCountFrom } from '../appraisal/first-quarter.js';
import type { RuleTime } from '../appraisal/first-quarter.js';
import { requireRead } from '../signature/second-signature.js';
import type { SecondSignature } from '../signature/second-signature.js';
import { checkFormula } from './check-formula.js';
import { bonusFormulaMachine } from './formula.machine.js';
import type { BonusFormulaState } from './formula.machine.js';
import type { BonusFormula } from './formula.js';

/**
 * A version of the bonus formula with its history: who drafted it and why, who published it (somebody else), and from which quarter on it counts.
 * People know the rule before the quarter begins; only the company's very first formula may count in the running quarter [5.6].
 */
export interface BonusFormulaVersion {
  readonly id: string;
  readonly version: number;
  readonly state: BonusFormulaState;
  readonly fromQuarter: string;
  readonly formula: BonusFormula;
  readonly reason: string;
  readonly draftedBy: string;
  readonly draftedAt: Date;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawalReason: string | null;
}

export interface FormulaAct {
  readonly by: string;
  readonly at: Date;
}

const REASON_LENGTH = 4;

/** Throws QUARTER_INVALID, BONUS_REASON_MISSING or everything that is wrong with the formula. */
export function draftFormula(
  draft: Pick<BonusFormulaVersion, 'id' | 'fromQuarter' | 'formula' | 'reason'>,
  { by, at }: FormulaAct,
): BonusFormulaVersion {
  quarterRange(draft.fromQuarter);
  const reason = requireReason(draft.reason);
  checkFormula(draft.formula);
  const open = { publishedBy: null, publishedAt: null, withdrawnBy: null, withdrawalReason: null };
  return { ...draft, version: 0, state: bonusFormulaMachine.initial, reason, draftedBy: by, draftedAt: at, ...open };
}

/** Throws ILLEGAL_TRANSITION, PROPOSAL_CHANGED, BONUS_FORMULA_SAME_PERSON, BONUS_FORMULA_QUARTER_TAKEN or BONUS_FORMULA_TOO_LATE; `earlier` is what counts in that quarter today. */
export function publishFormula(
  draft: BonusFormulaVersion,
  earlier: BonusFormulaVersion | null,
  { by, at, version, ...time }: FormulaAct & RuleTime & SecondSignature,
): BonusFormulaVersion {
  const state = bonusFormulaMachine.next(draft.state, 'publish');
  requireRead({ version }, draft);
  const { fromQuarter: quarter } = draft;
  if (by === draft.draftedBy) throw new DomainError('BONUS_FORMULA_SAME_PERSON', {}, 'formulaId');
  if (earlier?.fromQuarter === quarter) throw new DomainError('BONUS_FORMULA_QUARTER_TAKEN', { quarter }, 'formulaId');
  if (!mayCountFrom(quarter, time)) throw new DomainError('BONUS_FORMULA_TOO_LATE', { quarter }, 'formulaId');
  checkFormula(draft.formula);
  return { ...draft, state, publishedBy: by, publishedAt: at };
}

/** Throws ILLEGAL_TRANSITION or BONUS_REASON_MISSING. */
export function withdrawFormula(draft: BonusFormulaVersion, by: string, reason: string): BonusFormulaVersion {
  const state = bonusFormulaMachine.next(draft.state, 'withdraw');
  return { ...draft, state, withdrawnBy: by, withdrawalReason: requireReason(reason) };
}

/** A reason that somebody else can understand. Throws BONUS_REASON_MISSING. */
export function requireReason(reason: string): string {
  if ([...reason.trim()].length < REASON_LENGTH) throw new DomainError('BONUS_REASON_MISSING', {}, 'reason');
  return reason.trim();
}
