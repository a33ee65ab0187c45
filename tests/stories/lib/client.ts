// A borrower of the story: who he is, what he wants, where he comes from.
import type { Borrower } from './risk-officers.ts';
import type { Identity } from './identities.ts';

export type CustomerKind = 'INDIVIDUAL' | 'SELF_EMPLOYED' | 'MICRO_ENTERPRISE';

export interface Wish {
  readonly purpose: string;
  readonly purposeNote: string;
  /** Whole yuan. */
  readonly amountYuan: number;
  readonly termMonths: number;
  readonly method: string;
}

/** Where a lead comes from; each channel names its own source. */
export type LeadSource =
  | { readonly channel: 'ONLINE'; readonly onlineSource: 'WEBSITE' | 'SOCIAL_MEDIA' | 'LOAN_PLATFORM' }
  | { readonly channel: 'OFFLINE'; readonly activityId: string }
  | { readonly channel: 'REFERRAL'; readonly referrerId: string }
  | { readonly channel: 'PARTNER'; readonly partnerId: string };

export interface Client {
  readonly kind: CustomerKind;
  readonly identity: Identity;
  readonly wish: Wish;
  readonly productCode: string;
  readonly source: LeadSource;
  /** What the investigators will find. */
  readonly facts: Readonly<Record<string, string | number>>;
  readonly monthlyIncomeYuan: number;
}

/** The name that contract and account bear. */
export const legalNameOf = ({ kind, identity }: Client): string => (kind === 'MICRO_ENTERPRISE' ? identity.businessName : identity.name);

/** The number that names the customer at the bureau: the business for an enterprise, the person otherwise. */
export function borrowerOf({ kind, identity, facts, monthlyIncomeYuan }: Client): Borrower {
  const identityNumber = kind === 'MICRO_ENTERPRISE' ? identity.creditCode : identity.residentId;
  return { identityNumber, place: identity.address, facts, monthlyIncomeYuan };
}

/** `IdentityInput` of the customer's kind. */
export function identityInputOf(client: Client): Record<string, string> {
  const { kind, identity } = client;
  const { residentId, phone, address, creditCode, name } = identity;
  const known = { type: kind, name: legalNameOf(client), residentId, phone, address };
  if (kind === 'INDIVIDUAL') return known;
  return kind === 'SELF_EMPLOYED' ? { ...known, creditCode } : { ...known, creditCode, representativeName: name };
}

/** Documents that the kind must bring [4.5]. */
export function documentTypesOf(kind: CustomerKind): readonly string[] {
  return kind === 'INDIVIDUAL' ? ['IDENTITY', 'INCOME', 'ASSETS'] : ['IDENTITY', 'INCOME', 'ASSETS', 'BUSINESS_LICENCE'];
}

export const yuan = (amount: number): string => amount.toFixed(2);
