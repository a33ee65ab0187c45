import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Refusals } from '../collect-refusals.js';
import { parseCreditCode } from './credit-code.js';
import { acceptedAs, adultBirthDate } from './identity-override.js';
import type { AcceptedNumber } from './identity-override.js';
import { parseMobile } from './mobile.js';
import { parseResidentId, upgradedResidentId } from './resident-id.js';
import type { ResidentId } from './resident-id.js';

// A customer (客户) is a person, a self-employed person with a business licence, or a micro enterprise with its legal representative.
// Who somebody is, is proven by numbers with check digits: a file is opened only on numbers that add up, once per identity.

export const CUSTOMER_KINDS = ['INDIVIDUAL', 'SELF_EMPLOYED', 'MICRO_ENTERPRISE'] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

export interface IdentityClaim {
  readonly type: CustomerKind;
  /** Person's or enterprise's name. */
  readonly name: string;
  /** Of the person; of the legal representative for an enterprise. */
  readonly residentId: string | null;
  /** Of the business; none for an individual. */
  readonly creditCode: string | null;
  /** Only for an enterprise. */
  readonly representativeName: string | null;
  readonly phone: string;
  readonly address: string;
}

/** A claim whose numbers add up, normalised. */
export interface Identity extends IdentityClaim {
  readonly residentId: string;
  readonly birthDate: LocalDate;
}

const NAME = /^[^\p{Cc}]{2,100}$/u;
const NEEDS_BUSINESS: readonly CustomerKind[] = ['SELF_EMPLOYED', 'MICRO_ENTERPRISE'];

/**
 * Checks and normalises a claim; throws every refusal at once, each at its field under `identity`. A number that the sales manager
 * accepted for this file need not pass the check.
 */
export function checkIdentity(claim: IdentityClaim, today: LocalDate, accepted: readonly AcceptedNumber[] = []): Identity {
  const refusals = new Refusals();
  const name = refusals.try(() => checkName(claim.name, 'identity.name'));
  const resident = refusals.try(() => checkResident(claim, today, accepted));
  const creditCode = refusals.try(() => checkCreditCode(claim, accepted));
  const representativeName = refusals.try(() => checkRepresentative(claim));
  const phone = refusals.try(() => parseMobile(claim.phone, 'identity.phone'));
  if (claim.address.trim().length < 4)
    refusals.add(new DomainError('IDENTITY_PART_MISSING', { type: claim.type, part: 'address' }, 'identity.address'));
  refusals.done();
  return {
    type: claim.type,
    name: name ?? '',
    residentId: resident?.number ?? '',
    birthDate: resident?.birthDate ?? today,
    creditCode,
    representativeName,
    phone: phone ?? '',
    address: claim.address.trim(),
  };
}

/**
 * The number that is the customer's identity in the whole company: the business for an enterprise, the person otherwise. The 15 digits
 * of an old card and the 18 characters of the new one are one person.
 */
export function identityNumberOf(identity: Pick<Identity, 'type' | 'residentId' | 'creditCode'>): string {
  if (identity.type === 'MICRO_ENTERPRISE' && identity.creditCode) return identity.creditCode;
  return upgradedResidentId(identity.residentId) ?? identity.residentId;
}

function checkResident(claim: IdentityClaim, today: LocalDate, accepted: readonly AcceptedNumber[]): ResidentId {
  const text = required(claim, 'residentId');
  const odd = acceptedAs('residentId', text, accepted);
  if (odd) return { number: odd.value, birthDate: adultBirthDate(odd, today) };
  return parseResidentId(text, today, 'identity.residentId');
}

function checkCreditCode(claim: IdentityClaim, accepted: readonly AcceptedNumber[]): string | null {
  if (NEEDS_BUSINESS.includes(claim.type)) {
    const text = required(claim, 'creditCode');
    return acceptedAs('creditCode', text, accepted)?.value ?? parseCreditCode(text, 'identity.creditCode');
  }
  if (claim.creditCode) throw foreign(claim.type, 'creditCode');
  return null;
}

function checkRepresentative(claim: IdentityClaim): string | null {
  if (claim.type === 'MICRO_ENTERPRISE') return checkName(required(claim, 'representativeName'), 'identity.representativeName');
  if (claim.representativeName) throw foreign(claim.type, 'representativeName');
  return null;
}

function checkName(text: string, field: string): string {
  const name = text.trim();
  if (!NAME.test(name)) throw new DomainError('NAME_INVALID', {}, field);
  return name;
}

function required(claim: IdentityClaim, part: 'residentId' | 'creditCode' | 'representativeName'): string {
  const value = claim[part];
  if (!value?.trim()) throw new DomainError('IDENTITY_PART_MISSING', { type: claim.type, part }, `identity.${part}`);
  return value;
}

function foreign(type: CustomerKind, part: string): DomainError {
  return new DomainError('IDENTITY_PART_FOREIGN', { type, part }, `identity.${part}`);
}
