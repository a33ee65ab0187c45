// Every number of law and policy is a dated parameter with its basis: proposed by one person, approved by another, in force from its date on and
// kept for ever, so that any old decision can be checked against the value of its day. Nothing is dated back [1.2].
import { defineMachine, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { checkValue } from './check-value.js';
import type { ParameterUnit } from './check-value.js';

export const PARAMETER_STATES = ['proposed', 'published', 'rejected'] as const;
export type ParameterState = (typeof PARAMETER_STATES)[number];

export const parameterMachine = defineMachine<ParameterState, 'approve' | 'reject'>({
  name: 'Parameter',
  initial: 'proposed',
  states: { proposed: { approve: 'published', reject: 'rejected' }, published: {}, rejected: {} },
});

export interface Parameter {
  readonly id: string;
  readonly key: string;
  readonly unit: ParameterUnit;
  readonly value: string;
  readonly effectiveFrom: LocalDate;
  /** The law, notice or decision that the value rests on. */
  readonly basis: string;
  readonly state: ParameterState;
  /** Null for the values that a new company starts with. */
  readonly proposedBy: string | null;
  readonly approvedBy: string | null;
  readonly publishedAt: Date | null;
}

export type ProposalFacts = Pick<Parameter, 'id' | 'key' | 'unit' | 'value' | 'effectiveFrom' | 'basis'> & { readonly proposedBy: string };

/** Throws PARAMETER_VALUE_INVALID, PARAMETER_BASIS_MISSING, PARAMETER_RETROACTIVE or PARAMETER_DATE_TAKEN. `published` are the values of the key. */
export function proposeParameter(facts: ProposalFacts, published: readonly Parameter[], today: LocalDate): Parameter {
  checkValue(facts.key, facts.unit, facts.value);
  if (facts.basis.trim() === '') throw new DomainError('PARAMETER_BASIS_MISSING', {}, 'basis');
  checkDate(facts, published, today);
  return { ...facts, state: parameterMachine.initial, approvedBy: null, publishedAt: null };
}

/** Throws ILLEGAL_TRANSITION, FOUR_EYES, PARAMETER_RETROACTIVE or PARAMETER_DATE_TAKEN: the date may have passed or been taken since. */
export function approveParameter<P extends Parameter>(
  parameter: P,
  approval: { by: string; at: Date; today: LocalDate },
  published: readonly Parameter[],
): P {
  const state = parameterMachine.next(parameter.state, 'approve');
  if (parameter.proposedBy === approval.by) throw new DomainError('FOUR_EYES');
  checkDate(parameter, published, approval.today);
  return { ...parameter, state, approvedBy: approval.by, publishedAt: approval.at };
}

/** Throws ILLEGAL_TRANSITION. The proposer may take the proposal back himself. */
export function rejectParameter<P extends Parameter>(parameter: P): P {
  return { ...parameter, state: parameterMachine.next(parameter.state, 'reject') };
}

/** The values in force on a date, one for each key; keys in alphabetical order. */
export function parametersInForce<P extends Parameter>(parameters: readonly P[], on: LocalDate): P[] {
  const best = new Map<string, P>();
  for (const parameter of parameters) {
    if (parameter.state !== 'published' || parameter.effectiveFrom > on) continue;
    const known = best.get(parameter.key);
    if (!known || known.effectiveFrom < parameter.effectiveFrom) best.set(parameter.key, parameter);
  }
  return [...best.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function checkDate(
  { key, effectiveFrom }: Pick<Parameter, 'key' | 'effectiveFrom'>,
  published: readonly Parameter[],
  today: LocalDate,
): void {
  if (effectiveFrom < today) throw new DomainError('PARAMETER_RETROACTIVE', { effectiveFrom }, 'effectiveFrom');
  const taken = published.some((one) => one.state === 'published' && one.key === key && one.effectiveFrom === effectiveFrom);
  if (taken) throw new DomainError('PARAMETER_DATE_TAKEN', { key, effectiveFrom }, 'effectiveFrom');
}
