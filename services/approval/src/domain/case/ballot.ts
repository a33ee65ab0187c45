// Voting is by name: yes or no with a reason in words, one vote for each member and case, no abstention. A member who is recused or who sold or
// investigated the loan has no vote. The chair's veto may turn a yes of the committee into a no; it can never make a yes [4.12, 4.13, gate G4].
import { DomainError } from '@weilend/kernel';
import { leastCount, reaches } from '../policy/fraction.js';
import { recusalReason } from './approval-case.js';
import type { ApprovalCase, Recusal, Veto, Vote } from './approval-case.js';
import { caseMachine } from './case.machine.js';
import type { Electorate } from './electorate.js';

export interface Tally {
  readonly base: number;
  /** Votes needed for a quorum. */
  readonly needed: number;
  readonly cast: number;
  readonly yes: number;
  readonly no: number;
  readonly quorate: boolean;
  /** The votes alone make a yes; a veto is not counted here. */
  readonly passed: boolean;
}

export type Ballot = Pick<Vote, 'employeeId' | 'choice' | 'reason' | 'at'>;

/** Throws REASON_REQUIRED, ILLEGAL_TRANSITION, RECUSED, NOT_A_MEMBER, CHAIR_DECIDES_ALONE, ALREADY_VOTED or SEATS_TAKEN. */
export function castVote<C extends ApprovalCase>(approvalCase: C, electorate: Electorate, ballot: Ballot): C {
  const state = caseMachine.next(approvalCase.state, 'vote');
  requireReason(ballot.reason);
  refuseRecused(approvalCase, ballot.employeeId);
  const member = electorate.members.find((term) => term.employeeId === ballot.employeeId);
  if (!member) throw new DomainError(electorate.band.authority === 'INDIVIDUAL' ? 'CHAIR_DECIDES_ALONE' : 'NOT_A_MEMBER');
  if (approvalCase.votes.some((vote) => vote.employeeId === ballot.employeeId)) throw new DomainError('ALREADY_VOTED');
  if (electorate.votes.length >= seatsOf(electorate)) throw new DomainError('SEATS_TAKEN', { seats: seatsOf(electorate) });
  return { ...approvalCase, state, votes: [...approvalCase.votes, { ...ballot, office: member.office }] };
}

/** Adds a recusal. Throws REASON_REQUIRED, ILLEGAL_TRANSITION or ALREADY_RECUSED. */
export function recuse<C extends ApprovalCase>(approvalCase: C, recusal: Recusal): C {
  const state = caseMachine.next(approvalCase.state, 'recuse');
  requireReason(recusal.reason);
  if (approvalCase.recusals.some((one) => one.employeeId === recusal.employeeId)) throw new DomainError('ALREADY_RECUSED');
  return { ...approvalCase, state, recusals: [...approvalCase.recusals, recusal] };
}

/** The chair's veto. Throws REASON_REQUIRED, ILLEGAL_TRANSITION, RECUSED, NOT_A_MEMBER, VETO_NOT_GRANTED or VETO_GIVEN. */
export function vetoCase<C extends ApprovalCase>(approvalCase: C, electorate: Electorate, veto: Veto): C {
  const state = caseMachine.next(approvalCase.state, 'veto');
  requireReason(veto.reason);
  refuseRecused(approvalCase, veto.employeeId);
  const chairs = electorate.members.filter((term) => term.office === 'CHAIR');
  if (!chairs.some((term) => term.employeeId === veto.employeeId)) throw new DomainError('NOT_A_MEMBER');
  if (!electorate.band.chairVeto) throw new DomainError('VETO_NOT_GRANTED');
  if (approvalCase.veto) throw new DomainError('VETO_GIVEN');
  return { ...approvalCase, state, veto };
}

/** Counts in whole numbers only. */
export function tallyOf({ band, votes, base }: Electorate): Tally {
  const yes = votes.filter((vote) => vote.choice === 'YES').length;
  const cast = votes.length;
  const needed = leastCount(band.quorum, base);
  return { base, needed, cast, yes, no: cast - yes, quorate: reaches(cast, band.quorum, base), passed: reaches(yes, band.majority, cast) };
}

function seatsOf({ band }: Electorate): number {
  return band.authority === 'FULL' ? Number.MAX_SAFE_INTEGER : band.membersNeeded;
}

function refuseRecused(approvalCase: ApprovalCase, employeeId: string): void {
  const reason = recusalReason(approvalCase, employeeId);
  if (reason !== null) throw new DomainError('RECUSED', { reason });
}

function requireReason(reason: string): void {
  if (reason.trim() === '') throw new DomainError('REASON_REQUIRED', {}, 'reason');
}
