// A conditional approval becomes an approval only when every condition is settled: confirmed on its evidence by somebody other than the seller and
// the investigators, or waived by the committee. One may be confirmed while another is still open or goes back with reasons. A condition whose day
// passes without evidence takes the approval with it, and so does the end of its validity: no money may follow [4.14, gate G5].
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { conflictOf } from '../case/approval-case.js';
import { firstDue, isOwed, isSettled } from './condition-days.js';
import type { Decision, DecisionCondition, Evidence } from './decide.js';
import { decisionMachine } from './decision.machine.js';

export interface ConditionEvidence extends Evidence {
  readonly conditionId: string;
}

/** Takes the evidence for all conditions that are still owed. Throws DECISION_NOT_IN_FORCE, EVIDENCE_UNKNOWN or EVIDENCE_MISSING. */
export function acceptEvidence<D extends Decision>(decision: D, given: readonly ConditionEvidence[]): D {
  if (!decisionMachine.can(decision.state, 'evidence')) throw new DomainError('DECISION_NOT_IN_FORCE', { state: decision.state });
  const known = decision.conditions.map((one) => one.conditionId);
  const unknown = given.map((one) => one.conditionId).filter((conditionId) => !known.includes(conditionId));
  if (unknown.length > 0) throw new DomainError('EVIDENCE_UNKNOWN', { conditions: unknown });
  const evidenceOf = new Map(given.map(({ conditionId, fileId, sha256 }) => [conditionId, { fileId, sha256 }]));
  const missing = decision.conditions.filter((one) => !isSettled(one) && !evidenceOf.has(one.conditionId)).map((one) => one.text);
  if (missing.length > 0) throw new DomainError('EVIDENCE_MISSING', { conditions: missing });
  // What is settled keeps the evidence that it was settled on.
  const conditions = decision.conditions.map((one) =>
    isSettled(one) ? one : { ...one, evidence: evidenceOf.get(one.conditionId) ?? null },
  );
  return withConditions(decision, conditions, decisionMachine.next(decision.state, 'evidence'));
}

export interface Confirmation {
  readonly confirmedBy: string;
  readonly today: LocalDate;
  /** All that are owed when left out. */
  readonly conditionIds?: readonly string[] | null;
}

/** The approval is in force when nothing is owed any more. Throws ILLEGAL_TRANSITION, DECISION_LAPSED, CONFIRMED_BY_SELLER or CONDITION_UNKNOWN. */
export function confirmConditions<D extends Decision>(decision: D, { confirmedBy, today, conditionIds }: Confirmation): D {
  decisionMachine.next(decision.state, 'confirm-part');
  if (isExpired(decision, today)) throw new DomainError('DECISION_LAPSED', { validUntil: decision.validUntil });
  if (conflictOf(decision, confirmedBy) !== null) throw new DomainError('CONFIRMED_BY_SELLER');
  const chosen = owed(decision, conditionIds);
  const conditions = decision.conditions.map((one) => (chosen.includes(one.conditionId) ? { ...one, confirmedBy } : one));
  const event = conditions.every(isSettled) ? 'confirm' : 'confirm-part';
  return withConditions(decision, conditions, decisionMachine.next(decision.state, event));
}

/** Evidence goes back to sales. Throws ILLEGAL_TRANSITION, REASON_REQUIRED or CONDITION_UNKNOWN. */
export function returnConditions<D extends Decision>(
  decision: D,
  reasons: readonly string[],
  conditionIds: readonly string[] | null = null,
): D {
  const state = decisionMachine.next(decision.state, 'return');
  if (reasons.every((reason) => reason.trim() === '')) throw new DomainError('REASON_REQUIRED', {}, 'reasons');
  const chosen = owed(decision, conditionIds);
  const conditions = decision.conditions.map((one) => (chosen.includes(one.conditionId) ? { ...one, evidence: null } : one));
  return withConditions(decision, conditions, state);
}

/** A condition's day has passed and nobody has given evidence: evidence that waits for the secretary is in time. */
export function isOverdue({ state, conditions }: Pick<Decision, 'state' | 'conditions'>, today: LocalDate): boolean {
  return state === 'awaiting-conditions' && conditions.some((one) => isOwed(one) && one.dueOn < today);
}

/** The conditions with what follows from them on the decision. */
export function withConditions<D extends Decision>(decision: D, conditions: readonly DecisionCondition[], state: Decision['state']): D {
  return { ...decision, conditions, state, conditionDueOn: firstDue(conditions) };
}

function owed({ conditions }: Decision, chosen: readonly string[] | null | undefined): readonly string[] {
  const open = conditions.filter((one) => !isSettled(one)).map((one) => one.conditionId);
  const unknown = (chosen ?? []).filter((conditionId) => !open.includes(conditionId));
  if (unknown.length > 0) throw new DomainError('CONDITION_UNKNOWN', { conditions: unknown }, 'conditionIds');
  return chosen ?? open;
}

/** The last day of validity counts as valid. */
export function isExpired(decision: Pick<Decision, 'validUntil'>, today: LocalDate): boolean {
  return decision.validUntil !== null && decision.validUntil < today;
}

/** The decision without force, or null when there is nothing to lapse: rejected, signed or lapsed before. */
export function lapse<D extends Decision>(decision: D, reason: string): D | null {
  if (!decisionMachine.can(decision.state, 'lapse')) return null;
  return { ...decision, state: decisionMachine.next(decision.state, 'lapse'), lapsedReason: reason, conditionDueOn: null };
}

/** The decision used up by a signed contract, or null when it was not in force: the fact stays a fact and changes nothing here. */
export function noteSigned<D extends Decision>(decision: D): D | null {
  if (!decisionMachine.can(decision.state, 'sign')) return null;
  return { ...decision, state: decisionMachine.next(decision.state, 'sign') };
}
