// The decision is computed, not typed in: from the votes that count, the fractions of the policy and the chair's veto follows exactly one of
// three results. It cites the report it rests on by version and hash, the policy version and the score, carries the reasons of a rejection and
// the conditions of a conditional approval, and names the voters, who may have no later part in paying the loan out [4.11-4.13].
import { addDays, DomainError, invariant } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { recusalReason } from '../case/approval-case.js';
import type { ApprovalCase, LoanTerms, Participant, ProposedCondition, ReportCitation } from '../case/approval-case.js';
import { tallyOf } from '../case/ballot.js';
import type { Tally } from '../case/ballot.js';
import { caseMachine } from '../case/case.machine.js';
import { checkStrength } from '../case/electorate.js';
import type { Electorate } from '../case/electorate.js';
import type { Authority } from '../policy/policy.js';
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
  /** SHA-256 of that version; absent in decisions from before it was kept. */
  readonly policyHash?: string | null;
  readonly authority: Authority;
  readonly tally: Tally;
  readonly vetoed: boolean;
  readonly participants: readonly Participant[];
  readonly decidedBy: string;
  readonly decidedOn: LocalDate;
  /** Last day on which a contract may be signed on it; null when rejected. */
  readonly validUntil: LocalDate | null;
  readonly lapsedReason: string | null;
}

export interface DecideInput {
  readonly decisionId: string;
  readonly decidedBy: string;
  readonly decidedOn: LocalDate;
  readonly validityDays: number;
  /** What the secretary adds to the reasons of a rejection. */
  readonly reasons: readonly string[];
}

/** Throws ILLEGAL_TRANSITION, COMMITTEE_TOO_SMALL, QUORUM_NOT_REACHED or REJECTION_NEEDS_REASONS. */
export function decide<C extends ApprovalCase>(
  approvalCase: C,
  electorate: Electorate,
  input: DecideInput,
): { approvalCase: C; decision: Decision } {
  const state = caseMachine.next(approvalCase.state, 'decide');
  checkStrength(electorate);
  const tally = tallyOf(electorate);
  if (!tally.quorate) throw new DomainError('QUORUM_NOT_REACHED', { cast: tally.cast, needed: tally.needed, base: tally.base });
  const vetoed = tally.passed && vetoCounts(approvalCase);
  const yes = tally.passed && !vetoed;
  const conditions = (yes ? (approvalCase.proposal?.conditions ?? []) : []).map((one) => ({ ...one, evidence: null, confirmedBy: null }));
  const result: Result = !yes ? 'REJECTED' : conditions.length > 0 ? 'CONDITIONAL' : 'APPROVED';
  const decision: Decision = {
    id: input.decisionId,
    caseId: approvalCase.id,
    applicationId: approvalCase.applicationId,
    salespersonId: approvalCase.salespersonId,
    state: firstState(result),
    result,
    terms: yes ? (approvalCase.proposal?.terms ?? approvalCase.asked) : null,
    conditions,
    reasons: yes ? [] : reasonsOf(approvalCase, electorate, { vetoed, added: input.reasons }),
    report: approvalCase.report,
    policyVersion: approvalCase.policyVersion,
    policyHash: approvalCase.policyHash ?? null,
    authority: electorate.band.authority,
    tally,
    vetoed,
    participants: withVoters(approvalCase.participants, electorate),
    decidedBy: input.decidedBy,
    decidedOn: input.decidedOn,
    validUntil: yes ? addDays(input.decidedOn, input.validityDays) : null,
    lapsedReason: null,
  };
  checkDecision(decision, approvalCase.asked);
  return { approvalCase: { ...approvalCase, state }, decision };
}

/** What is true of every decision, whatever led to it. */
function checkDecision({ result, terms, conditions, reasons }: Decision, asked: LoanTerms): void {
  if (result === 'REJECTED' && reasons.length === 0) throw new DomainError('REJECTION_NEEDS_REASONS', {}, 'reasons');
  invariant((result === 'REJECTED') === (terms === null), 'a rejection has no terms and everything else has');
  invariant((result === 'CONDITIONAL') === conditions.length > 0, 'exactly a conditional approval has conditions');
  invariant(terms === null || terms.amountFen <= asked.amountFen, 'never more than asked');
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
