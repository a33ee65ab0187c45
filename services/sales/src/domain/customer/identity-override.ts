import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { parseCreditCode } from './credit-code.js';
import { parseResidentId, requireAdult, upgradedResidentId } from './resident-id.js';

// A number that does not pass the check though the paper is real: a first-generation card of 15 digits, an authority's odd number. The
// sales manager may accept exactly this number, with the reason and the paper as evidence, visible on the file for ever (证件号码核准). It
// never makes a second file for one person, and never makes anybody older: the birth date is in the number or is stated from the paper.

export const OVERRIDABLE = ['residentId', 'creditCode'] as const;
export type OverridableField = (typeof OVERRIDABLE)[number];

/** A number that counts although it does not pass the check. */
export interface AcceptedNumber {
  readonly field: OverridableField;
  readonly value: string;
  /** As the paper says it, when the number does not tell. */
  readonly birthDate: LocalDate | null;
}

export interface IdentityOverride extends AcceptedNumber {
  readonly id: string;
  /** What the check found: SHAPE, CHECKSUM, BIRTH_DATE. */
  readonly problem: string;
  readonly reason: string;
  readonly fileId: string;
  readonly evidenceHash: string;
  readonly by: string;
  readonly at: Date;
}

const ODD = /^[0-9A-Z]{6,20}$/;

/** As it is compared and kept. */
export const plainNumber = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

/** What is wrong with a number that is to be accepted. Throws OVERRIDE_NOT_NEEDED for a good one, or the refusal for what is no number at all. */
export function problemOf(field: OverridableField, text: string, today: LocalDate): string {
  try {
    if (field === 'residentId') parseResidentId(text, today, `identity.${field}`);
    else parseCreditCode(text, `identity.${field}`);
  } catch (error) {
    if (!(error instanceof DomainError) || !ODD.test(plainNumber(text))) throw error;
    return String(error.data['problem']);
  }
  throw new DomainError('OVERRIDE_NOT_NEEDED', {}, `override.field`);
}

/** The accepted number that a text is, or null when the ordinary check has to pass. */
export function acceptedAs(field: OverridableField, text: string, accepted: readonly AcceptedNumber[]): AcceptedNumber | null {
  return accepted.find((one) => one.field === field && one.value === plainNumber(text)) ?? null;
}

/** Birth date of the holder of an accepted number; the old 15 digits tell it. Throws BIRTH_DATE_NOT_TOLD, RESIDENT_ID_INVALID or UNDER_AGE. */
export function adultBirthDate(accepted: AcceptedNumber, today: LocalDate): LocalDate {
  const upgraded = upgradedResidentId(accepted.value);
  const birthDate = upgraded ? parseResidentId(upgraded, today, 'identity.residentId').birthDate : accepted.birthDate;
  if (!birthDate) throw new DomainError('BIRTH_DATE_NOT_TOLD', {}, 'override.birthDate');
  requireAdult(birthDate, today, 'identity.residentId');
  return birthDate;
}

/** Birth date of somebody on file. Throws DomainError for a number that neither passes nor was accepted. */
export function birthDateOnFile(customer: { residentId: string; overrides: readonly AcceptedNumber[] }, today: LocalDate): LocalDate {
  const accepted = acceptedAs('residentId', customer.residentId, customer.overrides);
  return accepted ? adultBirthDate(accepted, today) : parseResidentId(customer.residentId, today).birthDate;
}
