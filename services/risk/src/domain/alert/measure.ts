import { DomainError } from '@weilend/kernel';
import { writtenText } from '../checks/written-text.js';
import { riskMeasureMachine } from './risk-measure.machine.js';
import type { RiskMeasureState } from './risk-measure.machine.js';

// What is done about a risk [7.4]: early collection (提前催收), other amount or term (调整额度或期限), more security (追加担保), a freeze of
// what is still to be paid out (冻结放款), or nothing with its reason. Finance or sales carries it out; risk checks whether it worked.

export const MEASURE_KINDS = ['EARLY_COLLECTION', 'CHANGE_AMOUNT_OR_TERM', 'MORE_SECURITY', 'FREEZE', 'NONE'] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];
export const MEASURE_EFFECTS = ['EFFECTIVE', 'PARTLY', 'NOT'] as const;
export type MeasureEffect = (typeof MEASURE_EFFECTS)[number];

/** Whom and what a measure is about; the customer is known wherever it is handed over. */
export interface MeasureTarget {
  readonly customerId: string | null;
  readonly loanId: string | null;
  readonly applicationId: string | null;
}

export interface EffectCheck {
  readonly effect: MeasureEffect;
  /** What was seen: figures, dates, papers. */
  readonly evidence: string;
  readonly by: string;
  readonly at: Date;
}

export interface Measure {
  readonly measureId: string;
  readonly kind: MeasureKind;
  readonly ownerId: string;
  /** Business date. */
  readonly dueOn: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly state: RiskMeasureState;
  readonly target: MeasureTarget;
  /** The work of the department that carries it out; the latest when it was handed over again. */
  readonly handoffId: string | null;
  readonly handedOverAt: Date | null;
  /** When it was applied or came back, and what was said of it. */
  readonly endedAt: Date | null;
  readonly outcome: string | null;
  readonly check: EffectCheck | null;
  /** Of a freeze. */
  readonly lifted: { readonly by: string; readonly at: Date; readonly reason: string } | null;
}

export type NewMeasure = Pick<Measure, 'measureId' | 'kind' | 'ownerId' | 'dueOn' | 'reason' | 'decidedBy' | 'decidedAt'> &
  Partial<Pick<Measure, 'target'>>;

export const NO_TARGET: MeasureTarget = { customerId: null, loanId: null, applicationId: null };

/** NONE is carried out by nobody and so is applied at once. */
export function planMeasure(measure: NewMeasure): Measure {
  const { kind, decidedAt } = measure;
  const isNone = kind === 'NONE';
  return {
    ...{ target: NO_TARGET, ...measure, reason: writtenText(measure.reason, 'reason', 4) },
    state: isNone ? riskMeasureMachine.next(riskMeasureMachine.initial, 'apply') : riskMeasureMachine.initial,
    ...{ handoffId: null, handedOverAt: null, endedAt: isNone ? decidedAt : null, outcome: null, check: null, lifted: null },
  };
}

/** Which department carries a measure out; null for NONE. */
export function receiverOf(kind: MeasureKind): 'finance' | 'sales' | null {
  if (kind === 'NONE') return null;
  return kind === 'MORE_SECURITY' ? 'sales' : 'finance';
}

/** What speaks against handing it over now, or null: a loan is collected or changed, everything else is about a customer. */
export function handoverProblem(kind: MeasureKind, target: MeasureTarget): DomainError | null {
  if (receiverOf(kind) === null) return new DomainError('MEASURE_NEEDS_NO_HANDOVER');
  if (target.customerId === null) return new DomainError('MEASURE_TARGET_UNKNOWN', { what: 'customer' });
  const needsLoan = kind === 'EARLY_COLLECTION' || kind === 'CHANGE_AMOUNT_OR_TERM';
  return needsLoan && target.loanId === null ? new DomainError('MEASURE_TARGET_UNKNOWN', { what: 'loan' }) : null;
}

/** Throws MEASURE_NEEDS_NO_HANDOVER, MEASURE_TARGET_UNKNOWN or ILLEGAL_TRANSITION. */
export function handOver(measure: Measure, to: { handoffId: string; target: MeasureTarget; at: Date }): Measure {
  const problem = handoverProblem(measure.kind, to.target);
  if (problem) throw problem;
  const state = riskMeasureMachine.next(measure.state, 'handOver');
  return { ...measure, state, target: to.target, handoffId: to.handoffId, handedOverAt: to.at, endedAt: null, outcome: null };
}

/** The receiver's word on it. Unchanged when it has moved on since: a fact is never refused, and counts once. */
export function noteOutcome(measure: Measure, act: 'apply' | 'return', said: { text: string; at: Date }): Measure {
  if (!riskMeasureMachine.can(measure.state, act) || measure.state !== 'HANDED_OVER') return measure;
  return { ...measure, state: riskMeasureMachine.next(measure.state, act), endedAt: said.at, outcome: said.text };
}

/** Throws ILLEGAL_TRANSITION while it is handed over, TEXT_MISSING without evidence. */
export function checkEffect(measure: Measure, check: EffectCheck): Measure {
  const state = riskMeasureMachine.next(measure.state, 'check');
  return { ...measure, state, check: { ...check, evidence: writtenText(check.evidence, 'evidence', 4) } };
}

/** Throws FREEZE_NOT_LIFTABLE or FREEZE_OWN_LIFT. */
export function liftFreeze(measure: Measure, lift: { by: string; at: Date; reason: string }): Measure {
  const isFrozen = measure.kind === 'FREEZE' && (measure.state === 'APPLIED' || measure.state === 'CHECKED') && measure.handoffId !== null;
  const wasApplied = isFrozen && measure.outcome !== null && measure.lifted === null;
  if (!wasApplied || measure.target.customerId === null) throw new DomainError('FREEZE_NOT_LIFTABLE', {}, 'measureId');
  if (measure.decidedBy === lift.by) throw new DomainError('FREEZE_OWN_LIFT');
  return { ...measure, lifted: { ...lift, reason: writtenText(lift.reason, 'reason', 4) } };
}
