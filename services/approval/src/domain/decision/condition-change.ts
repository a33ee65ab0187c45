// A condition that cannot be met as it stands may be waived, or its day put off, by the committee only: by a vote of those who may decide the loan,
// or by the chair alone where the policy says so. Nobody else may let a condition go, and no extension reaches beyond the approval itself [4.14].
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { castVote } from '../case/ballot.js';
import type { Ballot } from '../case/ballot.js';
import type { ApprovalCase } from '../case/approval-case.js';
import type { Electorate } from '../case/electorate.js';
import { isSettled } from './condition-days.js';
import { withConditions } from './conditions.js';
import { countedVotes } from './decide.js';
import type { ConditionChange, Decision, DecisionCondition } from './decide.js';
import { decisionMachine } from './decision.machine.js';

/** Throws ILLEGAL_TRANSITION, REASON_REQUIRED, CONDITION_CHANGE_OPEN, CONDITION_UNKNOWN or CONDITION_DUE_DATE. */
export function requestChange<D extends Decision>(decision: D, change: Omit<ConditionChange, 'votes'>, today: LocalDate): D {
  const state = decisionMachine.next(decision.state, 'change');
  if (change.reason.trim() === '') throw new DomainError('REASON_REQUIRED', {}, 'reason');
  if (decision.conditionChange) throw new DomainError('CONDITION_CHANGE_OPEN');
  const condition = decision.conditions.find((one) => one.conditionId === change.conditionId && !isSettled(one));
  if (!condition) throw new DomainError('CONDITION_UNKNOWN', { conditions: [change.conditionId] }, 'conditionId');
  if (change.kind === 'EXTEND') checkExtension(decision, condition, { newDueOn: change.newDueOn, today });
  const newDueOn = change.kind === 'EXTEND' ? change.newDueOn : null;
  return { ...decision, state, conditionChange: { ...change, newDueOn, votes: [] } };
}

/** The case as its members saw it, with the votes on the change: who may vote on the loan may vote on its conditions. */
export function ballotOf<C extends ApprovalCase>(approvalCase: C, { conditionChange, authority }: Decision): C {
  const bands = approvalCase.bands.slice(approvalCase.bands.findIndex((band) => band.authority === authority));
  return { ...approvalCase, state: 'open', circulation: null, votes: conditionChange?.votes ?? [], veto: null, bands };
}

/** Throws CONDITION_CHANGE_MISSING, CONDITION_CHANGE_BY_CHAIR, and as `castVote`. `approvalCase` is that of `ballotOf`. */
export function voteOnChange<D extends Decision>(decision: D, approvalCase: ApprovalCase, electorate: Electorate, ballot: Ballot): D {
  const change = openChange(decision);
  if (change.rule === 'CHAIR') throw new DomainError('CONDITION_CHANGE_BY_CHAIR');
  return { ...decision, conditionChange: { ...change, votes: castVote(approvalCase, electorate, ballot).votes } };
}

/** Ends a vote on a change: it is made when the vote says yes. Throws CONDITION_CHANGE_MISSING, CONDITION_CHANGE_BY_CHAIR or as `countedVotes`. */
export function closeChange<D extends Decision>(decision: D, electorate: Electorate): D {
  const change = openChange(decision);
  if (change.rule === 'CHAIR') throw new DomainError('CONDITION_CHANGE_BY_CHAIR');
  return countedVotes(electorate).passed ? made(decision, change) : { ...decision, conditionChange: null };
}

/** The chair's own word, where the policy leaves it to him. Throws CONDITION_CHANGE_MISSING, CONDITION_CHANGE_BY_VOTE or RECUSED. */
export function settleChange<D extends Decision>(decision: D, granted: boolean, recused: string | null): D {
  const change = openChange(decision);
  if (change.rule === 'VOTE') throw new DomainError('CONDITION_CHANGE_BY_VOTE');
  if (recused !== null) throw new DomainError('RECUSED', { reason: recused });
  return granted ? made(decision, change) : { ...decision, conditionChange: null };
}

function made<D extends Decision>(decision: D, change: ConditionChange): D {
  const changed = (one: DecisionCondition): DecisionCondition =>
    change.newDueOn === null ? { ...one, waivedReason: change.reason } : { ...one, dueOn: change.newDueOn };
  const conditions = decision.conditions.map((one) => (one.conditionId === change.conditionId ? changed(one) : one));
  const state = decisionMachine.next(decision.state, conditions.every(isSettled) ? 'take-effect' : 'change');
  return { ...withConditions(decision, conditions, state), conditionChange: null };
}

function openChange({ conditionChange, state }: Decision): ConditionChange {
  if (conditionChange === null || !decisionMachine.can(state, 'change')) throw new DomainError('CONDITION_CHANGE_MISSING');
  return conditionChange;
}

function checkExtension(
  { validUntil }: Decision,
  { dueOn }: DecisionCondition,
  asked: { newDueOn: LocalDate | null; today: LocalDate },
): void {
  const from = dueOn > asked.today ? dueOn : asked.today;
  const fits = asked.newDueOn !== null && asked.newDueOn > from && validUntil !== null && asked.newDueOn <= validUntil;
  if (!fits) throw new DomainError('CONDITION_DUE_DATE', { from, to: validUntil ?? from }, 'newDueOn');
}
