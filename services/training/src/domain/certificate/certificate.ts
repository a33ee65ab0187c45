import { addDays, DomainError, refuseAll } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

/**
 * What an institution has certified of a person, mostly after an external training [6.4]: the number, which an institution gives once, when
 * it was issued and when it runs out, and the paper itself. Its holder is reminded before it runs out, on the days that the company has set;
 * a renewed certificate reminds no more.
 */
export interface Certificate {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  /** The training that it came of; null for one that the person had before. */
  readonly sessionId: string | null;
  readonly title: string;
  readonly institution: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  /** Null for one that never runs out. */
  readonly expiresOn: LocalDate | null;
  readonly fileId: string | null;
  readonly state: 'VALID' | 'RENEWED';
  readonly renewedById: string | null;
  /** The fewest days before the end for which the holder was reminded; null before the first time. */
  readonly remindedDays: number | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  /** Who saw the full number and the paper last. */
  readonly openedBy: string | null;
  readonly openedAt: Date | null;
}

type Fresh = 'version' | 'state' | 'renewedById' | 'remindedDays' | 'openedBy' | 'openedAt';
export type CertificateFacts = Omit<Certificate, Fresh>;

const NUMBER = /^[\p{L}\p{N}][\p{L}\p{N}/-]{2,59}$/u;

export function recordCertificate(facts: CertificateFacts, today: LocalDate): Certificate {
  const number = facts.number.replace(/\s+/g, '').toUpperCase();
  const { issuedOn, expiresOn } = facts;
  const found: DomainError[] = [];
  if (!NUMBER.test(number)) found.push(new DomainError('CERTIFICATE_NUMBER_INVALID', {}, 'number'));
  if (facts.institution.trim() === '') found.push(new DomainError('CERTIFICATE_INSTITUTION_MISSING', {}, 'institution'));
  if (facts.title.trim() === '') found.push(new DomainError('CERTIFICATE_TITLE_MISSING', {}, 'title'));
  if (issuedOn > today) found.push(new DomainError('CERTIFICATE_DATES_INVALID', {}, 'issuedOn'));
  if (expiresOn !== null && expiresOn <= issuedOn) found.push(new DomainError('CERTIFICATE_DATES_INVALID', {}, 'expiresOn'));
  refuseAll(found);
  const trimmed = { number, institution: facts.institution.trim(), title: facts.title.trim() };
  const fresh = { version: 0, state: 'VALID' as const, renewedById: null, remindedDays: null, openedBy: null, openedAt: null };
  return { ...facts, ...trimmed, ...fresh };
}

/** The old one after a new one of the same person took its place. */
export function renewCertificate(old: Certificate, by: Pick<Certificate, 'id' | 'employeeId'>): Certificate {
  if (old.state !== 'VALID' || old.employeeId !== by.employeeId) throw new DomainError('CERTIFICATE_RENEWAL_UNFIT', {}, 'renewsId');
  return { ...old, state: 'RENEWED', renewedById: by.id };
}

/**
 * For how many days before its end the holder is to be reminded today, or null. Of several days that were missed only the nearest counts, so
 * that nobody is reminded twice at once.
 */
export function reminderDue(certificate: Certificate, days: readonly number[], today: LocalDate): number | null {
  const { expiresOn, state, remindedDays } = certificate;
  if (state !== 'VALID' || expiresOn === null) return null;
  const reached = days.filter((before) => addDays(expiresOn, -before) <= today).sort((one, other) => one - other)[0];
  if (reached === undefined) return null;
  return remindedDays === null || remindedDays > reached ? reached : null;
}
