import { addDays, businessDateOf } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Consent } from '../investigation/investigation.js';
import { samePurpose } from './bureau-gate.js';
import type { BureauInquiry } from './bureau-inquiry.js';

// A person is not asked about twice while the last report is still fresh (报告有效期内复用): each inquiry leaves a mark at the bureau and
// lowers his standing. A later round or another application takes the stored report, if its own customer's consent covers the purpose
// that the report was asked for.

export interface ReuseWanted {
  /** Consents to credit inquiries of the application at hand that are in force today. */
  readonly inForce: readonly Consent[];
  /** Purpose the investigator names; null takes over the one consented to. */
  readonly purpose: string | null;
  readonly today: LocalDate;
  /** Days after the answer for which a report may be used. */
  readonly validDays: number;
}

/** The consent under which the stored report may be used; null when it is too old, or no consent covers its purpose: then the bureau is asked. */
export function consentToReuse(stored: Pick<BureauInquiry, 'report' | 'answeredAt' | 'purpose'>, wanted: ReuseWanted): Consent | null {
  if (!stored.report || !stored.answeredAt) return null;
  if (addDays(businessDateOf(stored.answeredAt), wanted.validDays) < wanted.today) return null;
  if (wanted.purpose !== null && !samePurpose(wanted.purpose, stored.purpose)) return null;
  return wanted.inForce.find((consent) => samePurpose(consent.purpose, stored.purpose)) ?? null;
}
