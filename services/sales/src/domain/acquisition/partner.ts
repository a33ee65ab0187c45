import { addDays, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { requirePeriod } from './campaign.js';

// A partner (合作机构) sends us customers under an agreement that runs from a day to a day. When the agreement has run out the partner is
// not active, whatever the list says; a renewal keeps the agreements before it. Fee terms are what the agreement says, in words only.

export interface Agreement {
  readonly agreementNo: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly feeTerms: string | null;
  readonly by: string;
  readonly at: Date;
}

export interface Partner {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly creditCode: string;
  readonly active: boolean;
  readonly addedBy: string;
  readonly addedOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly endedBecause: string | null;
  readonly contactName: string | null;
  /** Encrypted by the repository. */
  readonly contactPhone: string | null;
  /** Oldest first; empty for partners from before agreements were kept, who run until they are ended. */
  readonly agreements: readonly Agreement[];
  /** Who saw the contact's number in full, and why. */
  readonly views: readonly { readonly by: string; readonly reason: string; readonly at: Date }[];
}

/** True when leads may name the partner on that day [3.4]. */
export function isActive(partner: Pick<Partner, 'active' | 'agreements'>, on: LocalDate): boolean {
  if (!partner.active) return false;
  return partner.agreements.length === 0 || partner.agreements.some(({ validFrom, validTo }) => validFrom <= on && on <= validTo);
}

/** The day on which the last agreement runs out. */
export function validTo(partner: Pick<Partner, 'agreements'>): LocalDate | null {
  return partner.agreements.at(-1)?.validTo ?? null;
}

/** The day by which the manager has to decide on a renewal; null when nothing is owed. */
export function expiresOn(partner: Pick<Partner, 'active' | 'agreements'>): LocalDate | null {
  return partner.active ? validTo(partner) : null;
}

/** Throws DomainError PERIOD_INVALID or INPUT_INVALID. */
export function checkAgreement(agreement: Agreement): Agreement {
  const agreementNo = agreement.agreementNo.trim();
  if (!agreementNo) throw new DomainError('INPUT_INVALID', { problem: 'the agreement has a number' }, 'agreementNo');
  requirePeriod(agreement.validFrom, agreement.validTo, 'validTo');
  return { ...agreement, agreementNo };
}

/** The next agreement; it begins after the one before it. A partner that had left comes back by it. */
export function renew(partner: Partner, agreement: Agreement): Partner {
  const checked = checkAgreement(agreement);
  const before = validTo(partner);
  if (partner.active && before !== null && checked.validFrom <= before)
    throw new DomainError('PARTNER_AGREEMENT_OVERLAPS', { to: before }, 'validFrom');
  return { ...partner, active: true, endedOn: null, endedBecause: null, agreements: [...cutAtEnd(partner), checked] };
}

/** An agreement that was ended before its time ended on the day that the partner left. */
function cutAtEnd({ agreements, endedOn }: Partner): readonly Agreement[] {
  if (endedOn === null) return agreements;
  return agreements.map((one) => (one.validFrom <= endedOn && endedOn < one.validTo ? { ...one, validTo: endedOn } : one));
}

/** Takes the partner off the list. */
export function endPartnership(partner: Partner, on: LocalDate, reason: string | null): Partner {
  if (!partner.active) throw new DomainError('PARTNER_NOT_ACTIVE', {}, 'partnerId');
  return { ...partner, active: false, endedOn: on, endedBecause: reason };
}

/** The last day of what is called soon: within so many days of today. */
export const soon = (today: LocalDate, days: number): LocalDate => addDays(today, days);
