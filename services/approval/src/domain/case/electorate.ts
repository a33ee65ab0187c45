// Who decides a case today: the chair alone, a small committee of a fixed number of seats, or every member. Recused and conflicted members
// leave both the quorum base and the vote base. When the one who would decide alone stands aside, the next higher authority decides instead of
// nobody [4.12, gate G4].
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { mayVote, servesOn } from '../member/member.js';
import type { TermOfOffice } from '../member/member.js';
import type { AuthorityBand } from '../policy/policy.js';
import { recusalReason } from './approval-case.js';
import type { ApprovalCase, Vote } from './approval-case.js';

export interface Electorate {
  readonly band: AuthorityBand;
  /** Unrecused members in office who may vote on this case. */
  readonly members: readonly TermOfOffice[];
  /** Votes that count: of people who are not recused and, when the chair decides alone, the chair's. */
  readonly votes: readonly Vote[];
  /** Heads that the quorum is a share of. */
  readonly base: number;
}

/** `terms` are all terms of office on record. Throws COMMITTEE_TOO_SMALL. */
export function electorateOf(approvalCase: ApprovalCase, terms: readonly TermOfOffice[], today: LocalDate): Electorate {
  const unrecused = terms.filter((term) => servesOn(term, today) && mayVote(term) && recusalReason(approvalCase, term.employeeId) === null);
  const valid = approvalCase.votes.filter((vote) => recusalReason(approvalCase, vote.employeeId) === null);
  const chairs = unrecused.filter((term) => term.office === 'CHAIR');
  const band = approvalCase.bands.find((candidate) => candidate.authority !== 'INDIVIDUAL' || chairs.length > 0);
  if (!band) throw new DomainError('COMMITTEE_TOO_SMALL', { present: 0, needed: 1 });
  if (band.authority === 'INDIVIDUAL') {
    return { band, members: chairs, votes: valid.filter((vote) => vote.office === 'CHAIR'), base: 1 };
  }
  const heads = new Set([...unrecused, ...valid].map((one) => one.employeeId)).size;
  return { band, members: unrecused, votes: valid, base: band.authority === 'SMALL' ? band.membersNeeded : heads };
}

/** Throws COMMITTEE_TOO_SMALL when fewer unrecused people serve (or have voted) than the policy asks for. */
export function checkStrength({ band, members, votes }: Electorate): void {
  const present = new Set([...members, ...votes].map((one) => one.employeeId)).size;
  if (present < band.membersNeeded) throw new DomainError('COMMITTEE_TOO_SMALL', { present, needed: band.membersNeeded });
}
