import { addDays, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

// Written consents (书面授权): one for each purpose, never one for all; each with the text that was signed and the signed paper. A consent
// runs out, and may be taken back; without the two that an application needs, nobody may look anything up about a customer.

export const CONSENT_KINDS = ['PERSONAL_DATA', 'CREDIT_INQUIRY', 'CREDIT_REPORTING', 'DATA_SHARING', 'MARKETING'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** Needed before an application is submitted (gate G1); the second is what gate G2 asks for again. */
export const CONSENTS_OF_AN_APPLICATION: readonly ConsentKind[] = ['PERSONAL_DATA', 'CREDIT_INQUIRY'];

export interface Consent {
  readonly id: string;
  readonly kind: ConsentKind;
  /** What the customer agreed to, in words: a bureau inquiry must name it. */
  readonly purpose: string;
  readonly textVersion: string;
  readonly fileId: string;
  readonly evidenceHash: string;
  readonly givenOn: LocalDate;
  /** Last day on which it may be used. */
  readonly validUntil: LocalDate;
}

/** The last day of a consent given today, by the parameter consent.validity in days. */
export function validUntilOf(givenOn: LocalDate, validityDays: number): LocalDate {
  return addDays(givenOn, validityDays);
}

export function consentsInForce(consents: readonly Consent[], on: LocalDate): Consent[] {
  return consents.filter((consent) => consent.givenOn <= on && on <= consent.validUntil);
}

/** One refusal CONSENT_MISSING for each kind that an application needs and that is not in force [G1]. */
export function missingConsents(consents: readonly Consent[], on: LocalDate): DomainError[] {
  const held = new Set(consentsInForce(consents, on).map((consent) => consent.kind));
  return CONSENTS_OF_AN_APPLICATION.filter((kind) => !held.has(kind)).map((kind) => new DomainError('CONSENT_MISSING', { kind }));
}
