// A conditional approval becomes an approval only when every condition has its evidence and somebody other than the seller and the investigators
// has confirmed it. Evidence that does not convince goes back with reasons, and an approval that nobody used in time lapses [4.14, gate G5].
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { conflictOf } from '../case/approval-case.js';
import type { Decision, Evidence } from './decide.js';
import { decisionMachine } from './decision.machine.js';

export interface ConditionEvidence extends Evidence {
  readonly conditionId: string;
}

/** Takes the evidence for all conditions at once. Throws DECISION_NOT_IN_FORCE, EVIDENCE_UNKNOWN or EVIDENCE_MISSING. */
export function acceptEvidence<D extends Decision>(decision: D, given: readonly ConditionEvidence[]): D {
  if (!decisionMachine.can(decision.state, 'evidence')) throw new DomainError('DECISION_NOT_IN_FORCE', { state: decision.state });
  const known = decision.conditions.map((one) => one.conditionId);
  const unknown = given.map((one) => one.conditionId).filter((conditionId) => !known.includes(conditionId));
  if (unknown.length > 0) throw new DomainError('EVIDENCE_UNKNOWN', { conditions: unknown });
  const evidenceOf = new Map(given.map(({ conditionId, fileId, sha256 }) => [conditionId, { fileId, sha256 }]));
  const missing = decision.conditions.filter((one) => !evidenceOf.has(one.conditionId)).map((one) => one.text);
  if (missing.length > 0) throw new DomainError('EVIDENCE_MISSING', { conditions: missing });
  const conditions = decision.conditions.map((one) => ({ ...one, evidence: evidenceOf.get(one.conditionId) ?? null }));
  return { ...decision, conditions, state: decisionMachine.next(decision.state, 'evidence') };
}

/** Throws ILLEGAL_TRANSITION, DECISION_LAPSED or CONFIRMED_BY_SELLER. */
export function confirmConditions<D extends Decision>(decision: D, confirmedBy: string, today: LocalDate): D {
  const state = decisionMachine.next(decision.state, 'confirm');
  if (isExpired(decision, today)) throw new DomainError('DECISION_LAPSED', { validUntil: decision.validUntil });
  if (conflictOf(decision, confirmedBy) !== null) throw new DomainError('CONFIRMED_BY_SELLER');
  return { ...decision, state, conditions: decision.conditions.map((one) => ({ ...one, confirmedBy })) };
}

/** Evidence goes back to sales. Throws ILLEGAL_TRANSITION or REASON_REQUIRED. */
export function returnConditions<D extends Decision>(decision: D, reasons: readonly string[]): D {
  const state = decisionMachine.next(decision.state, 'return');
  if (reasons.every((reason) => reason.trim() === '')) throw new DomainError('REASON_REQUIRED', {}, 'reasons');
  return { ...decision, state, conditions: decision.conditions.map((one) => ({ ...one, evidence: null })) };
}

/** The last day of validity counts as valid. */
export function isExpired(decision: Pick<Decision, 'validUntil'>, today: LocalDate): boolean {
  return decision.validUntil !== null && decision.validUntil < today;
}

/** The decision without force, or null when there is nothing to lapse: rejected, signed or lapsed before. */
export function lapse<D extends Decision>(decision: D, reason: string): D | null {
  if (!decisionMachine.can(decision.state, 'lapse')) return null;
  return { ...decision, state: decisionMachine.next(decision.state, 'lapse'), lapsedReason: reason };
}

/** The decision used up by a signed contract, or null when it was not in force: the fact stays a fact and changes nothing here. */
export function noteSigned<D extends Decision>(decision: D): D | null {
  if (!decisionMachine.can(decision.state, 'sign')) return null;
  return { ...decision, state: decisionMachine.next(decision.state, 'sign') };
}
