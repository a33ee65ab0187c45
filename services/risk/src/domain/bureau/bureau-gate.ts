import { DomainError } from '@weilend/kernel';
import type { Consent, Investigation } from '../investigation/investigation.js';

// Gate G2: no inquiry at the credit bureau without the customer's written consent that names the purpose, is still valid, and is given
// by the very person who is asked about. One consent covers one inquiry; a second look needs a new round.

const INQUIRY_CONSENT = 'CREDIT_INQUIRY';

export interface InquiryWanted {
  /** Purpose the investigator names; null takes over the one consented to. */
  readonly purpose: string | null;
  /** Blind index of the identity number typed in. */
  readonly identityIndex: string;
  /** Business date. */
  readonly today: string;
}

type Asked = Pick<Investigation, 'consents' | 'identityIndex' | 'bureau'>;

/** The consent that permits the inquiry; throws the refusal of gate G2 that applies. */
export function permitInquiry(investigation: Asked, wanted: InquiryWanted): Consent {
  const { bureau } = investigation;
  if (bureau && bureau.state !== 'FAILED') throw new DomainError('BUREAU_ALREADY_INQUIRED', { state: bureau.state });
  const { purpose } = wanted;
  const named = namedConsents(investigation.consents, wanted.today);
  const consent = named.find((one) => purpose === null || samePurpose(purpose, one.purpose));
  if (!consent) throw new DomainError('PURPOSE_NOT_CONSENTED', { purpose: (purpose ?? '').slice(0, 60) }, 'purpose');
  if (wanted.identityIndex !== investigation.identityIndex) throw new DomainError('IDENTITY_MISMATCH', {}, 'residentId');
  return consent;
}

/** Consents to credit inquiries that are in force and name their purpose. */
export function inquiryConsentsInForce(consents: readonly Consent[], today: string): readonly Consent[] {
  return consents.filter(({ kind, validUntil, purpose }) => kind === INQUIRY_CONSENT && validUntil >= today && purpose.trim() !== '');
}

/** At least one; throws why there is none. */
function namedConsents(consents: readonly Consent[], today: string): readonly Consent[] {
  const given = consents.filter((consent) => consent.kind === INQUIRY_CONSENT);
  const latest = [...given].sort((a, b) => (a.validUntil < b.validUntil ? 1 : -1))[0];
  if (!latest) throw new DomainError('CONSENT_MISSING');
  if (given.every((consent) => consent.validUntil < today)) throw new DomainError('CONSENT_EXPIRED', { validUntil: latest.validUntil });
  const named = inquiryConsentsInForce(given, today);
  if (named.length === 0) throw new DomainError('CONSENT_PURPOSE_MISSING');
  return named;
}

export function samePurpose(named: string, consented: string): boolean {
  return named.trim().toLowerCase() === consented.trim().toLowerCase();
}
