// Who decides a case today: the chair alone, a small committee of a fixed number of seats, or every member. Recused and conflicted members
// leave both the quorum base and the vote base, unless a substitute takes their seat; an absent member stays in the base, and a substitute may
// vote for him. Each seat has one vote, whoever casts it. When the one who would decide alone stands aside or is away, the next higher
// authority decides instead of nobody, and keeps the case once it has begun to vote on it [4.12, gate G4].
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { isAbsent, mayVote, servesOn } from '../member/member.js';
import type { Absence, Office, TermOfOffice } from '../member/member.js';
import type { AuthorityBand } from '../policy/policy.js';
import { recusalReason } from './approval-case.js';
import type { ApprovalCase, Vote } from './approval-case.js';

export interface Electorate {
  readonly band: AuthorityBand;
  /** Unrecused, present members in office and the substitutes who may vote for others today. */
  readonly members: readonly TermOfOffice[];
  /** Who holds or may take a seat but has no vote today: absent members, and substitutes of those who sit themselves. */
  readonly waiting: readonly TermOfOffice[];
  /** Votes that count: of people who are not recused and, when the chair decides alone, the chair's. */
  readonly votes: readonly Vote[];
  /** Seats that the quorum is a share of. */
  readonly base: number;
}

/** Who sits on a day, as far as it is on record. */
export interface Roll {
  /** All terms of office. */
  readonly terms: readonly TermOfOffice[];
  readonly absences: readonly Absence[];
}

/** The member whose seat a term gives a vote in: one's own, or that of the member one stands in for. */
export function seatOfTerm(term: TermOfOffice): string {
  return term.office === 'SUBSTITUTE' ? (term.substituteFor ?? term.employeeId) : term.employeeId;
}

/** Throws COMMITTEE_TOO_SMALL. */
export function electorateOf(approvalCase: ApprovalCase, roll: Roll, today: LocalDate): Electorate {
  const free = (employeeId: string): boolean => recusalReason(approvalCase, employeeId) === null;
  const away = (employeeId: string): boolean => isAbsent(roll.absences, employeeId, today);
  const serving = roll.terms.filter((term) => servesOn(term, today) && mayVote(term));
  const seats = serving.filter((term) => term.office !== 'SUBSTITUTE');
  const valid = approvalCase.votes.filter((vote) => free(vote.employeeId));
  const open = seats.filter((term) => !free(term.employeeId) || away(term.employeeId)).map((term) => term.employeeId);
  const substitutes = serving.filter(
    (term) => term.office === 'SUBSTITUTE' && open.includes(seatOfTerm(term)) && free(term.employeeId) && !away(term.employeeId),
  );
  const members = [...seats.filter((term) => free(term.employeeId) && !away(term.employeeId)), ...substitutes];
  const waiting = serving.filter((term) => free(term.employeeId) && !members.includes(term));
  const alone = aloneOf(members, valid, approvalCase.bands.length);
  const band = approvalCase.bands.find((candidate) => candidate.authority !== 'INDIVIDUAL' || alone !== null);
  if (!band) throw new DomainError('COMMITTEE_TOO_SMALL', { present: 0, needed: 1 });
  if (band.authority === 'INDIVIDUAL' && alone) return { band, ...alone, waiting, base: 1 };
  const kept = seats.filter((term) => free(term.employeeId)).map((term) => term.employeeId);
  const base = new Set([...kept, ...substitutes.map(seatOfTerm), ...valid.map((vote) => vote.seatOf)]).size;
  return { band, members, waiting, votes: valid, base: band.authority === 'SMALL' ? band.membersNeeded : base };
}

/** The chair who can decide alone, or has done so; null when there is none today, or when others have begun to vote while he was away. */
function aloneOf(members: readonly TermOfOffice[], valid: readonly Vote[], bands: number): Pick<Electorate, 'members' | 'votes'> | null {
  const chairs = members.filter((term) => term.office === 'CHAIR');
  const votes = valid.filter((vote) => vote.office === 'CHAIR');
  const begun = votes.length === 0 && valid.length > 0 && bands > 1;
  return (chairs.length > 0 && !begun) || votes.length > 0 ? { members: chairs, votes } : null;
}

/** Somebody who was entitled to decide a case, as it is kept with the decision. */
export interface Elector {
  readonly employeeId: string;
  readonly office: Office;
  /** The member whose seat he voted in, or could have. */
  readonly seatOf: string;
  /** False for a member who was away: his seat is in the base of the quorum all the same. */
  readonly present: boolean;
}

/** Everybody whose seat counts, each once: who could vote, who was away, and who had voted before his office ended. */
export function electorsOf({ band, members, waiting, votes }: Electorate): Elector[] {
  const of = (term: TermOfOffice, present: boolean): Elector => {
    return { employeeId: term.employeeId, office: term.office, seatOf: seatOfTerm(term), present };
  };
  const away = band.authority === 'INDIVIDUAL' ? [] : waiting.filter(({ office }) => office !== 'SUBSTITUTE');
  const sitting = [...members.map((term) => of(term, true)), ...away.map((term) => of(term, false))];
  const earlier = votes.map(({ employeeId, office, seatOf }) => ({ employeeId, office, seatOf, present: true }));
  const voted = new Set(earlier.map(({ employeeId }) => employeeId));
  return [...earlier, ...sitting.filter(({ employeeId }) => !voted.has(employeeId))];
}

/** Seats that have voted or can vote today. */
export function seatsPresent({ members, votes }: Pick<Electorate, 'members' | 'votes'>): number {
  return new Set([...members.map(seatOfTerm), ...votes.map((vote) => vote.seatOf)]).size;
}

/** Throws COMMITTEE_TOO_SMALL when fewer seats are filled (or have voted) than the policy asks for. */
export function checkStrength(electorate: Electorate): void {
  const { band } = electorate;
  const present = seatsPresent(electorate);
  if (present < band.membersNeeded) throw new DomainError('COMMITTEE_TOO_SMALL', { present, needed: band.membersNeeded });
}
