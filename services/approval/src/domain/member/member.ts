// The committee is made of people with terms of office: one chair, voting members, and secretaries who prepare and record but do not vote. Who
// serves on a given day follows from the terms alone; a term that has ended is kept, so that an old decision can still be explained [4.12]. A
// substitute is named for the seat of one member and votes only while that member is recused or absent: never two votes for one seat.
import { addDays, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

export const OFFICES = ['CHAIR', 'MEMBER', 'SECRETARY', 'SUBSTITUTE'] as const;
export type Office = (typeof OFFICES)[number];

export interface TermOfOffice {
  readonly employeeId: string;
  readonly office: Office;
  readonly fromOn: LocalDate;
  /** Last day of office; null while no end is set. */
  readonly toOn: LocalDate | null;
  /** Of a substitute: whose seat. */
  readonly substituteFor?: string | null;
}

/** Days on which a member cannot sit, declared beforehand or by the secretary. */
export interface Absence {
  readonly employeeId: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
}

export function servesOn(term: TermOfOffice, on: LocalDate): boolean {
  return term.fromOn <= on && (term.toOn === null || on <= term.toOn);
}

/** Chair and members hold a seat; a substitute takes somebody's; secretaries have none. */
export function mayVote(term: TermOfOffice): boolean {
  return term.office !== 'SECRETARY';
}

export function isAbsent(absences: readonly Absence[], employeeId: string, on: LocalDate): boolean {
  return absences.some((one) => one.employeeId === employeeId && one.fromOn <= on && on <= one.toOn);
}

/** Throws ABSENCE_INVALID for days in the wrong order or in the past, or NOT_A_MEMBER when the person has no seat on the first day. */
export function checkAbsence(absence: Absence, terms: readonly TermOfOffice[], today: LocalDate): void {
  if (absence.toOn < absence.fromOn || absence.toOn < today) throw new DomainError('ABSENCE_INVALID', { today }, 'toOn');
  const serves = terms.some((term) => term.employeeId === absence.employeeId && mayVote(term) && servesOn(term, absence.fromOn));
  if (!serves) throw new DomainError('NOT_A_MEMBER', {}, 'employeeId');
}

/** Throws TERM_INVALID, TERM_OVERLAPS, CHAIR_TAKEN or SUBSTITUTE_WITHOUT_SEAT. `others` are all terms on record. */
export function checkAppointment(wanted: TermOfOffice, others: readonly TermOfOffice[]): void {
  if (wanted.toOn !== null && wanted.toOn < wanted.fromOn) throw new DomainError('TERM_INVALID', {}, 'toOn');
  checkSubstitute(wanted, others);
  const meanwhile = others.filter((term) => overlaps(wanted, term));
  const own = meanwhile.find((term) => term.employeeId === wanted.employeeId);
  if (own) throw new DomainError('TERM_OVERLAPS', { role: own.office, from: own.fromOn }, 'fromOn');
  if (wanted.office === 'CHAIR' && meanwhile.some((term) => term.office === 'CHAIR')) throw new DomainError('CHAIR_TAKEN', {}, 'office');
}

/** Terms in one office that follow each other without a gap, the wanted one included, may not be more than the policy says. Throws TERM_LIMIT. */
export function checkTermLimit(wanted: TermOfOffice, others: readonly TermOfOffice[], most: number | null): void {
  if (most === null) return;
  let [count, first] = [1, wanted.fromOn];
  const own = others.filter((term) => term.employeeId === wanted.employeeId && term.office === wanted.office);
  for (;;) {
    const before = own.find((term) => term.toOn !== null && term.fromOn < first && addDays(term.toOn, 1) >= first);
    if (!before) break;
    [count, first] = [count + 1, before.fromOn];
  }
  if (count > most) throw new DomainError('TERM_LIMIT', { most }, 'fromOn');
}

function checkSubstitute({ office, substituteFor = null, employeeId, fromOn }: TermOfOffice, others: readonly TermOfOffice[]): void {
  const isSubstitute = office === 'SUBSTITUTE';
  const holds = (term: TermOfOffice): boolean => term.office === 'MEMBER' || term.office === 'CHAIR';
  const seat = others.some((term) => term.employeeId === substituteFor && holds(term) && servesOn(term, fromOn));
  const fits = isSubstitute ? seat && substituteFor !== employeeId : substituteFor === null;
  if (!fits) throw new DomainError('SUBSTITUTE_WITHOUT_SEAT', {}, 'substituteFor');
}

/**
 * The term with its last day set; yesterday for somebody who acts no more from now on. Throws TERM_INVALID when that lies before its first day or after an
 * end already set, TERM_END_PAST when it lies further back: whoever sat in a decision sat there by right, and that is not rewritten.
 */
export function endTerm<T extends TermOfOffice>(term: T, lastDay: LocalDate, today: LocalDate): T {
  if (lastDay < addDays(today, -1)) throw new DomainError('TERM_END_PAST', { earliest: addDays(today, -1) }, 'lastDay');
  if (lastDay < term.fromOn || (term.toOn !== null && lastDay > term.toOn)) throw new DomainError('TERM_INVALID', {}, 'toOn');
  return { ...term, toOn: lastDay };
}

function overlaps(a: TermOfOffice, b: TermOfOffice): boolean {
  return (b.toOn === null || a.fromOn <= b.toOn) && (a.toOn === null || b.fromOn <= a.toOn);
}
