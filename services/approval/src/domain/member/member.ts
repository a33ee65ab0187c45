// The committee is made of people with terms of office: one chair, voting members, and secretaries who prepare and record but do not vote. Who
// serves on a given day follows from the terms alone; a term that has ended is kept, so that an old decision can still be explained [4.12].
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

export const OFFICES = ['CHAIR', 'MEMBER', 'SECRETARY'] as const;
export type Office = (typeof OFFICES)[number];

export interface TermOfOffice {
  readonly employeeId: string;
  readonly office: Office;
  readonly fromOn: LocalDate;
  /** Last day of office; null while no end is set. */
  readonly toOn: LocalDate | null;
}

export function servesOn(term: TermOfOffice, on: LocalDate): boolean {
  return term.fromOn <= on && (term.toOn === null || on <= term.toOn);
}

/** Chair and members vote; secretaries do not. */
export function mayVote(term: TermOfOffice): boolean {
  return term.office !== 'SECRETARY';
}

/** Throws TERM_INVALID, TERM_OVERLAPS or CHAIR_TAKEN. `others` are all terms on record. */
export function checkAppointment(wanted: TermOfOffice, others: readonly TermOfOffice[]): void {
  if (wanted.toOn !== null && wanted.toOn < wanted.fromOn) throw new DomainError('TERM_INVALID', {}, 'toOn');
  const meanwhile = others.filter((term) => overlaps(wanted, term));
  const own = meanwhile.find((term) => term.employeeId === wanted.employeeId);
  if (own) throw new DomainError('TERM_OVERLAPS', { role: own.office, from: own.fromOn }, 'fromOn');
  if (wanted.office === 'CHAIR' && meanwhile.some((term) => term.office === 'CHAIR')) throw new DomainError('CHAIR_TAKEN', {}, 'office');
}

/** The term with its last day set. Throws TERM_INVALID when that lies before its first day or after an end already set. */
export function endTerm<T extends TermOfOffice>(term: T, lastDay: LocalDate): T {
  if (lastDay < term.fromOn || (term.toOn !== null && lastDay > term.toOn)) throw new DomainError('TERM_INVALID', {}, 'toOn');
  return { ...term, toOn: lastDay };
}

function overlaps(a: TermOfOffice, b: TermOfOffice): boolean {
  return (b.toOn === null || a.fromOn <= b.toOn) && (a.toOn === null || b.fromOn <= a.toOn);
}
