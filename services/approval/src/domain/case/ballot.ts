// Voting is by name: yes or no with a reason in words, one vote for each seat and case, no abstention. A member who is recused or who sold or
// investigated the loan has no vote, and a substitute has one only in the place of such a member, or of an absent one. The chair's veto may turn
// a yes of the committee into a no; it can never make a yes [4.12, 4.13, gate G4].
import { DomainError } from '@weilend/kernel';
import { leastCount, reaches } from '../policy/fraction.js';
import { recusalReason } from './approval-case.js';
import type { ApprovalCase, Recusal, Veto, Vote } from './approval-case.js';
import { caseMachine } from './case.machine.js';
import { seatOfTerm } from './electorate.js';
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

/** Throws REASON_REQUIRED, ILLEGAL_TRANSITION, CIRCULATION_CLOSED, RECUSED, ALREADY_VOTED, SEAT_VOTED, SEATS_TAKEN, or why the person has no vote today. */
export function castVote<C extends ApprovalCase>(approvalCase: C, electorate: Electorate, ballot: Ballot): C {
  const state = caseMachine.next(approvalCase.state, 'vote');
  requireReason(ballot.reason);
  refuseClosed(approvalCase, ballot.at);
  refuseRecused(approvalCase, ballot.employeeId);
  const member = electorate.members.find((term) => term.employeeId === ballot.employeeId);
  if (!member) throw withoutVote(electorate, ballot.employeeId);
  if (approvalCase.votes.some((vote) => vote.employeeId === ballot.employeeId)) throw new DomainError('ALREADY_VOTED');
  const seatOf = seatOfTerm(member);
  if (electorate.votes.some((vote) => vote.seatOf === seatOf)) throw new DomainError('SEAT_VOTED');
  if (electorate.votes.length >= seatsOf(electorate)) throw new DomainError('SEATS_TAKEN', { seats: seatsOf(electorate) });
  return { ...approvalCase, state, votes: [...approvalCase.votes, { ...ballot, office: member.office, seatOf }] };
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

/** As many yes as no, and somebody voted. */
export function isTie(tally: Pick<Tally, 'yes' | 'no' | 'cast'>): boolean {
  return tally.cast > 0 && tally.yes === tally.no;
}

/** Why somebody who is not among those who vote today is not. */
function withoutVote({ band, waiting }: Electorate, employeeId: string): DomainError {
  const term = waiting.find((one) => one.employeeId === employeeId);
  if (term?.office === 'SUBSTITUTE') return new DomainError('SUBSTITUTE_NOT_CALLED');
  if (band.authority === 'INDIVIDUAL') return new DomainError('CHAIR_DECIDES_ALONE');
  return new DomainError(term ? 'MEMBER_ABSENT' : 'NOT_A_MEMBER');
}

function refuseClosed({ circulation }: ApprovalCase, at: Date): void {
  if (circulation === null || circulation.outcome === 'TO_SESSION') return;
  if (circulation.outcome === 'QUORATE' || at > circulation.dueAt) throw new DomainError('CIRCULATION_CLOSED');
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
