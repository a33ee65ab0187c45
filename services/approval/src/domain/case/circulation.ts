// Not every case needs a sitting: it may be circulated, and the members answer one by one until a moment. When that moment comes, a quorum of votes
// makes the case ready for decision; without one the next sitting takes it. A case whose quorum breaks because members stand aside is likewise
// moved to another sitting, with substitutes proposed for the empty seats, so that no application stands still [4.12, 7.3].
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { isAbsent, servesOn } from '../member/member.js';
import { leastCount } from '../policy/fraction.js';
import { recusalReason } from './approval-case.js';
import type { ApprovalCase, Rescheduling } from './approval-case.js';
import { tallyOf } from './ballot.js';
import { caseMachine } from './case.machine.js';
import { electorateOf, seatOfTerm, seatsPresent } from './electorate.js';
import type { Electorate, Roll } from './electorate.js';

export interface CirculationStart {
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
}

/** Throws ILLEGAL_TRANSITION, CIRCULATION_RUNNING or CIRCULATION_DEADLINE. */
export function circulate<C extends ApprovalCase>(approvalCase: C, start: CirculationStart): C {
  const state = caseMachine.next(approvalCase.state, 'circulate');
  if (approvalCase.circulation?.outcome === 'RUNNING') throw new DomainError('CIRCULATION_RUNNING');
  if (start.dueAt <= start.startedAt) throw new DomainError('CIRCULATION_DEADLINE', {}, 'dueAt');
  return { ...approvalCase, state, circulation: { ...start, remindedAt: null, outcome: 'RUNNING' }, ballotDueAt: start.dueAt };
}

/** Those who can vote and have not, once the share of the time has passed; null before that, when they were told already, or when nobody is missing. */
export function remindVoters<C extends ApprovalCase>(
  approvalCase: C,
  electorate: Electorate,
  { now, share }: { readonly now: Date; readonly share: number },
): { readonly approvalCase: C; readonly missing: readonly string[] } | null {
  const { circulation } = approvalCase;
  if (circulation === null || circulation.outcome !== 'RUNNING' || circulation.remindedAt !== null) return null;
  const total = circulation.dueAt.getTime() - circulation.startedAt.getTime();
  if (now.getTime() - circulation.startedAt.getTime() < total * share) return null;
  const voted = electorate.votes.map((vote) => vote.seatOf);
  const missing = electorate.members.filter((term) => !voted.includes(seatOfTerm(term))).map((term) => term.employeeId);
  return { approvalCase: { ...approvalCase, circulation: { ...circulation, remindedAt: now } }, missing };
}

/** The moment has come: QUORATE or TO_SESSION. Throws ILLEGAL_TRANSITION or CIRCULATION_NOT_DUE. */
export function closeCirculation<C extends ApprovalCase>(approvalCase: C, electorate: Electorate | null, now: Date): C {
  const state = caseMachine.next(approvalCase.state, 'close-ballot');
  const { circulation } = approvalCase;
  if (circulation === null || circulation.outcome !== 'RUNNING' || now < circulation.dueAt) throw new DomainError('CIRCULATION_NOT_DUE');
  const outcome = electorate !== null && canBeDecided(electorate) ? 'QUORATE' : 'TO_SESSION';
  return { ...approvalCase, state, circulation: { ...circulation, outcome }, ballotDueAt: null };
}

/** Puts the case to another sitting. A running circulation ends there. Throws ILLEGAL_TRANSITION. */
export function reschedule<C extends ApprovalCase>(approvalCase: C, move: Rescheduling): C {
  const state = caseMachine.next(approvalCase.state, 'reschedule');
  const running = approvalCase.circulation?.outcome === 'RUNNING' ? { ...approvalCase.circulation, outcome: 'TO_SESSION' as const } : null;
  const circulation = running ?? approvalCase.circulation;
  return { ...approvalCase, state, circulation, ballotDueAt: null, reschedulings: [...approvalCase.reschedulings, move] };
}

/** The report goes back to risk with questions: no decision, and the votes on it count for nothing. Throws ILLEGAL_TRANSITION or REASON_REQUIRED. */
export function returnToRisk<C extends ApprovalCase>(approvalCase: C, questions: readonly string[]): C {
  const state = caseMachine.next(approvalCase.state, 'return');
  const asked = questions.map((one) => one.trim()).filter((one) => one !== '');
  if (asked.length === 0) throw new DomainError('REASON_REQUIRED', {}, 'questions');
  return { ...approvalCase, state, questions: asked, ballotDueAt: null };
}

/** How far a case is from a quorum by those who could sit today. */
export interface QuorumOutlook {
  /** Seats that have voted or can. */
  readonly present: number;
  /** Seats that must: the larger of strength and quorum. */
  readonly needed: number;
  readonly broken: boolean;
}

export function quorumOutlook(approvalCase: ApprovalCase, roll: Roll, today: LocalDate): QuorumOutlook {
  const electorate = electorateOrNull(approvalCase, roll, today);
  if (electorate === null) return { present: 0, needed: 1, broken: true };
  const { band, base } = electorate;
  const needed = Math.max(band.membersNeeded, leastCount(band.quorum, base));
  const present = seatsPresent(electorate);
  return { present, needed, broken: present < needed };
}

/** As `electorateOf`, null when nobody can decide. */
export function electorateOrNull(approvalCase: ApprovalCase, roll: Roll, today: LocalDate): Electorate | null {
  const alone = approvalCase.bands.every((band) => band.authority === 'INDIVIDUAL');
  const chairs = roll.terms.filter((term) => term.office === 'CHAIR' && servesOn(term, today));
  const free = chairs.some(
    ({ employeeId }) => recusalReason(approvalCase, employeeId) === null && !isAbsent(roll.absences, employeeId, today),
  );
  const voted = approvalCase.votes.some((vote) => vote.office === 'CHAIR' && recusalReason(approvalCase, vote.employeeId) === null);
  return alone && !free && !voted ? null : electorateOf(approvalCase, roll, today);
}

/** Substitutes in office for the seats of those who stand aside or are away, themselves free to sit. */
export function proposedSubstitutes(approvalCase: ApprovalCase, roll: Roll, today: LocalDate): string[] {
  const out = (employeeId: string): boolean =>
    recusalReason(approvalCase, employeeId) !== null || isAbsent(roll.absences, employeeId, today);
  return roll.terms
    .filter((term) => term.office === 'SUBSTITUTE' && servesOn(term, today) && !out(term.employeeId) && out(term.substituteFor ?? ''))
    .map((term) => term.employeeId);
}

function canBeDecided(electorate: Electorate): boolean {
  return seatsPresent(electorate) >= electorate.band.membersNeeded && tallyOf(electorate).quorate;
}
