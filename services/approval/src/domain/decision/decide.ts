// The decision is computed, not typed in: from the votes that count, the fractions of the policy and the chair's veto follows exactly one of
// three results. It cites the report it rests on by version and hash, the policy version and the score, carries the reasons of a rejection and
// the conditions of a conditional approval, and names the voters, who may have no later part in paying the loan out [4.11-4.13].
import { addDays, compareRates, DomainError, invariant } from '@weilend/kernel';
import type { LocalDate, Rate } from '@weilend/kernel';
import { recusalReason } from '../case/approval-case.js';
import type { ApprovalCase, LoanTerms, Participant, ProposedCondition, ReportCitation, Vote } from '../case/approval-case.js';
import { isTie, tallyOf } from '../case/ballot.js';
import type { Tally } from '../case/ballot.js';
import { caseMachine } from '../case/case.machine.js';
import { checkStrength, electorsOf, seatOfTerm } from '../case/electorate.js';
import type { Elector, Electorate } from '../case/electorate.js';
import { isLate } from '../case/opinion.js';
import type { OpinionGiver } from '../case/opinion.js';
import type { Authority, ConditionChangeRule } from '../policy/policy.js';
import { firstDue } from './condition-days.js';
import { decisionMachine } from './decision.machine.js';
import type { DecisionState } from './decision.machine.js';

export const RESULTS = ['APPROVED', 'CONDITIONAL', 'REJECTED'] as const;
export type Result = (typeof RESULTS)[number];

export interface Evidence {
  readonly fileId: string;
  readonly sha256: string;
}

export interface DecisionCondition extends ProposedCondition {
  readonly evidence: Evidence | null;
  readonly confirmedBy: string | null;
  /** Why the committee let it go; null while it stands. */
  readonly waivedReason: string | null;
}

/** What is asked of the committee about a condition that cannot be met as it stands. */
export interface ConditionChange {
  readonly conditionId: string;
  readonly kind: 'WAIVE' | 'EXTEND';
  /** Of an extension. */
  readonly newDueOn: LocalDate | null;
  readonly reason: string;
  readonly requestedBy: string;
  readonly rule: ConditionChangeRule;
  readonly votes: readonly Vote[];
}

/** An opinion as the committee had it when it decided. */
export interface CitedOpinion {
  readonly department: OpinionGiver;
  readonly stance: string | null;
  readonly late: boolean;
}

export interface Decision {
  readonly id: string;
  readonly caseId: string;
  readonly applicationId: string;
  readonly salespersonId: string;
  readonly state: DecisionState;
  readonly result: Result;
  /** Approved terms; null when rejected. */
  readonly terms: LoanTerms | null;
  readonly conditions: readonly DecisionCondition[];
  /** Why it was rejected; empty otherwise. */
  readonly reasons: readonly string[];
  readonly report: ReportCitation;
  readonly policyVersion: number;
  /** SHA-256 of that version of the policy; null for decisions from before versions were hashed. */
  readonly policyHash: string | null;
  /** What the departments had said by then, or not [8.5]. */
  readonly opinions: readonly CitedOpinion[];
  readonly authority: Authority;
  /** Who was entitled on that day; absent in decisions from before it was kept. */
  readonly electors?: readonly Elector[] | null;
  readonly tally: Tally;
  readonly vetoed: boolean;
  readonly participants: readonly Participant[];
  readonly decidedBy: string;
  readonly decidedOn: LocalDate;
  /** From the report's arrival to the decision; null for decisions from before it was kept. */
  readonly tookMinutes: number | null;
  /** Last day on which a contract may be signed on it; null when rejected. */
  readonly validUntil: LocalDate | null;
  readonly lapsedReason: string | null;
  /** The first day on which a condition that is not settled is due; null when none is. Top-level for the index. */
  readonly conditionDueOn: LocalDate | null;
  /** The day of the condition that its owner was last reminded of. */
  readonly conditionRemindedFor: LocalDate | null;
  readonly conditionChange: ConditionChange | null;
  /** The decision that this one looked at again; null for a first one. */
  readonly reconsiders: string | null;
}

export interface DecideInput {
  readonly decisionId: string;
  readonly decidedBy: string;
  readonly decidedOn: LocalDate;
  readonly decidedAt: Date;
  /** The company's parameter, for bands that say nothing themselves. */
  readonly validityDays: number;
  /** The legal cap of a year's rate, a decimal fraction: no approval is above it. */
  readonly rateCap: string;
  /** What the secretary adds to the reasons of a rejection. */
  readonly reasons: readonly string[];
}

/** Throws ILLEGAL_TRANSITION, CIRCULATION_OPEN, COMMITTEE_TOO_SMALL, QUORUM_NOT_REACHED, VOTE_TIED, RATE_OVER_CAP or REJECTION_NEEDS_REASONS. */
export function decide<C extends ApprovalCase>(
  approvalCase: C,
  electorate: Electorate,
  input: DecideInput,
): { approvalCase: C; decision: Decision } {
  const state = caseMachine.next(approvalCase.state, 'decide');
  refuseRunning(approvalCase, electorate, input.decidedAt);
  const tally = countedVotes(electorate);
  if (tieReturns(approvalCase, electorate, tally)) throw new DomainError('VOTE_TIED', { yes: tally.yes, no: tally.no });
  const vetoed = tally.passed && vetoCounts(approvalCase);
  const yes = tally.passed && !vetoed;
  const conditions = yes ? (approvalCase.proposal?.conditions ?? []).map(fresh) : [];
  const result: Result = !yes ? 'REJECTED' : conditions.length > 0 ? 'CONDITIONAL' : 'APPROVED';
  const decision: Decision = {
    ...cited(approvalCase, input.decidedAt),
    id: input.decisionId,
    state: firstState(result),
    result,
    terms: yes ? (approvalCase.proposal?.terms ?? approvalCase.asked) : null,
    conditions,
    reasons: yes ? [] : reasonsOf(approvalCase, electorate, { vetoed, added: input.reasons }),
    authority: electorate.band.authority,
    electors: electorsOf(electorate),
    tally,
    vetoed,
    participants: withVoters(approvalCase.participants, electorate),
    decidedBy: input.decidedBy,
    decidedOn: input.decidedOn,
    validUntil: yes ? addDays(input.decidedOn, electorate.band.validityDays ?? input.validityDays) : null,
    lapsedReason: null,
    conditionDueOn: firstDue(conditions),
    conditionRemindedFor: null,
    conditionChange: null,
  };
  checkCap(decision, input.rateCap);
  checkDecision(decision, approvalCase.asked);
  return { approvalCase: { ...approvalCase, state, ballotDueAt: null }, decision };
}

/** Throws COMMITTEE_TOO_SMALL or QUORUM_NOT_REACHED. */
export function countedVotes(electorate: Electorate): Tally {
  checkStrength(electorate);
  const tally = tallyOf(electorate);
  if (!tally.quorate) throw new DomainError('QUORUM_NOT_REACHED', { cast: tally.cast, needed: tally.needed, base: tally.base });
  return tally;
}

/** What the vote of an open case comes to: a decision, or a tie that the rule of the band sends back to risk. Throws as `decide`, but VOTE_TIED. */
export function verdictOf(approvalCase: ApprovalCase, electorate: Electorate, at: Date): 'DECIDE' | 'RETURN' {
  caseMachine.next(approvalCase.state, 'decide');
  refuseRunning(approvalCase, electorate, at);
  return tieReturns(approvalCase, electorate, countedVotes(electorate)) ? 'RETURN' : 'DECIDE';
}

/** A circulated vote is not cut short while somebody who may vote has not. Throws CIRCULATION_OPEN. */
function refuseRunning({ circulation }: ApprovalCase, { band, members, votes }: Electorate, at: Date): void {
  if (circulation === null || circulation.outcome !== 'RUNNING' || at > circulation.dueAt) return;
  const voted = votes.map((vote) => vote.seatOf);
  const seatsFull = band.authority === 'SMALL' && votes.length >= band.membersNeeded;
  const waits = members.some((term) => !voted.includes(seatOfTerm(term)));
  if (waits && !seatsFull) throw new DomainError('CIRCULATION_OPEN', { until: circulation.dueAt.toISOString() });
}

/** A case that looks at a decision again has no report on its way that could go back: its tie is a no. */
function tieReturns({ handoffId }: ApprovalCase, { band }: Electorate, tally: Tally): boolean {
  return band.tie === 'RETURN' && handoffId !== null && isTie(tally);
}

function cited(approvalCase: ApprovalCase, decidedAt: Date) {
  const { id: caseId, applicationId, salespersonId, report, policyVersion, policyHash, reconsiders } = approvalCase;
  const opinions = approvalCase.opinions.map((one) => ({
    department: one.department,
    stance: one.answer?.stance ?? null,
    late: isLate(one, decidedAt),
  }));
  const { openedAt } = approvalCase;
  const tookMinutes = openedAt && Math.max(0, Math.round((decidedAt.getTime() - openedAt.getTime()) / 60_000));
  return { caseId, applicationId, salespersonId, report, policyVersion, policyHash, reconsiders, opinions, tookMinutes };
}

function fresh(condition: ProposedCondition): DecisionCondition {
  return { ...condition, evidence: null, confirmedBy: null, waivedReason: null };
}

function checkCap({ terms }: Decision, rateCap: string): void {
  if (terms === null || compareRates(terms.annualRate as Rate, rateCap as Rate) <= 0) return;
  throw new DomainError('RATE_OVER_CAP', { rate: terms.annualRate, cap: rateCap });
}

/** What is true of every decision, whatever led to it. */
function checkDecision({ result, terms, conditions, reasons }: Decision, asked: LoanTerms): void {
  if (result === 'REJECTED' && reasons.length === 0) throw new DomainError('REJECTION_NEEDS_REASONS', {}, 'reasons');
  invariant((result === 'REJECTED') === (terms === null), 'a rejection has no terms and everything else has');
  invariant((result === 'CONDITIONAL') === conditions.length > 0, 'exactly a conditional approval has conditions');
  invariant(terms === null || (terms.amountFen <= asked.amountFen && terms.termMonths <= asked.termMonths), 'never more than asked');
  invariant(terms === null || compareRates(terms.annualRate as Rate, asked.annualRate as Rate) <= 0, 'never dearer than asked');
}

function firstState(result: Result): DecisionState {
  const event = { APPROVED: 'take-effect', CONDITIONAL: 'attach-conditions', REJECTED: 'reject' } as const;
  return decisionMachine.next('made', event[result]);
}

/** A veto of a chair who was recused afterwards counts no more than his vote. */
function vetoCounts(approvalCase: ApprovalCase): boolean {
  return approvalCase.veto !== null && recusalReason(approvalCase, approvalCase.veto.employeeId) === null;
}

function reasonsOf(approvalCase: ApprovalCase, { votes }: Electorate, why: { vetoed: boolean; added: readonly string[] }): string[] {
  const spoken = votes.filter((vote) => vote.choice === 'NO').map((vote) => vote.reason);
  const veto = why.vetoed && approvalCase.veto ? [approvalCase.veto.reason] : [];
  const all = [...spoken, ...veto, ...why.added].map((reason) => reason.trim()).filter((reason) => reason !== '');
  return [...new Set(all)];
}

function withVoters(participants: readonly Participant[], { votes }: Electorate): Participant[] {
  return [...participants, ...votes.map((vote) => ({ role: 'VOTER' as const, employeeId: vote.employeeId }))];
}
