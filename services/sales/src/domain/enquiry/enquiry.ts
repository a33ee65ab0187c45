import { DomainError } from '@weilend/kernel';
import { requireReason } from '../customer/correction.js';

// An enquiry (咨询): somebody asks about a loan. We answer within a promised time, present products, and learn the four needs purpose,
// amount, term and repayment method; only then is a proposal made, within a promised time too. It ends with what became of it.

export const ENQUIRY_OUTCOMES = ['APPLIED', 'NOT_INTERESTED', 'CHOSE_ANOTHER', 'NOT_ELIGIBLE', 'UNREACHABLE', 'DUPLICATE'] as const;
export type EnquiryOutcome = (typeof ENQUIRY_OUTCOMES)[number];
export const ENQUIRY_STATES = ['WAITING', 'ANSWERED', 'CLOSED'] as const;
export type EnquiryState = (typeof ENQUIRY_STATES)[number];

export interface EnquiryClosing {
  readonly outcome: EnquiryOutcome;
  /** Needed unless it became an application. */
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

export interface EnquiryNeeds {
  readonly purpose: string | null;
  readonly amountFen: number | null;
  readonly termMonths: number | null;
  readonly method: string | null;
}

export interface Enquiry {
  readonly id: string;
  readonly version: number;
  readonly leadId: string | null;
  readonly customerId: string | null;
  readonly salespersonId: string;
  readonly receivedAt: Date;
  /** By parameter deadline.first-response in working time [1.6]. */
  readonly firstResponseDueAt: Date;
  readonly firstRespondedAt: Date | null;
  /** Products presented, each with the version that was shown [4.1]. */
  readonly presented: readonly { readonly productId: string; readonly productVersion: number; readonly at: Date }[];
  readonly needs: EnquiryNeeds;
  readonly note: string | null;
  /** When the four needs were known; then a proposal is owed. */
  readonly needsKnownAt: Date | null;
  /** By parameter deadline.make-proposal in working time, from when the needs were known [1.6]. */
  readonly firstProposalDueAt: Date | null;
  readonly firstProposedAt: Date | null;
  readonly closed: EnquiryClosing | null;
}

export type EnquiryStart = Pick<Enquiry, 'id' | 'leadId' | 'customerId' | 'salespersonId' | 'receivedAt' | 'firstResponseDueAt' | 'note'>;

export function openEnquiry(start: EnquiryStart): Enquiry {
  const nothing = { purpose: null, amountFen: null, termMonths: null, method: null };
  const owed = { firstRespondedAt: null, needsKnownAt: null, firstProposalDueAt: null, firstProposedAt: null, closed: null };
  return { ...start, version: 0, presented: [], needs: nothing, ...owed };
}

export interface CompleteNeeds {
  readonly purpose: string;
  readonly amountFen: number;
  readonly termMonths: number;
  readonly method: string;
}

/** Records an answer: the first one stops the clock, needs that are given replace what was known. Throws ENQUIRY_CLOSED. */
export function respond(
  enquiry: Enquiry,
  answer: { presented: Enquiry['presented']; needs: Partial<EnquiryNeeds>; note: string | null },
  at: Date,
): Enquiry {
  requireOpen(enquiry);
  const known = Object.entries(answer.needs).filter(([, value]) => value !== undefined && value !== null);
  const shown = answer.presented.filter(
    (one) => !enquiry.presented.some((earlier) => earlier.productId === one.productId && earlier.productVersion === one.productVersion),
  );
  const needs = { ...enquiry.needs, ...(Object.fromEntries(known) as Partial<EnquiryNeeds>) };
  return {
    ...enquiry,
    firstRespondedAt: enquiry.firstRespondedAt ?? at,
    presented: [...enquiry.presented, ...shown],
    needs,
    needsKnownAt: enquiry.needsKnownAt ?? (missingNeeds(needs).length === 0 ? at : null),
    note: answer.note ?? enquiry.note,
  };
}

/** The first proposal stops the second clock. */
export function proposed(enquiry: Enquiry, at: Date): Enquiry {
  return enquiry.firstProposedAt ? enquiry : { ...enquiry, firstProposedAt: at };
}

/** Ends it with what became of it. Throws ENQUIRY_CLOSED, or REASON_REQUIRED when it became no application. */
export function closeEnquiry(enquiry: Enquiry, closing: EnquiryClosing): Enquiry {
  requireOpen(enquiry);
  const reason = closing.outcome === 'APPLIED' ? (closing.reason?.trim() ?? null) : requireReason(closing.reason ?? '');
  return { ...enquiry, closed: { ...closing, reason } };
}

export function enquiryState({ closed, firstRespondedAt }: Pick<Enquiry, 'closed' | 'firstRespondedAt'>): EnquiryState {
  if (closed) return 'CLOSED';
  return firstRespondedAt ? 'ANSWERED' : 'WAITING';
}

/** The moment until which the first answer is owed; null when none is. */
export function responseDueAt(enquiry: Enquiry): Date | null {
  return enquiryState(enquiry) === 'WAITING' ? enquiry.firstResponseDueAt : null;
}

/** The moment until which a proposal is owed; null when none is. */
export function proposalDueAt({ closed, firstProposedAt, firstProposalDueAt }: Enquiry): Date | null {
  return closed || firstProposedAt ? null : firstProposalDueAt;
}

export const ENQUIRY_DEBTS = ['ANSWER', 'PROPOSAL'] as const;
export type EnquiryDebt = (typeof ENQUIRY_DEBTS)[number];

/** What we owe the enquirer now: first the answer, then the proposal; null when it is his turn, or over. */
export function enquiryDebt(enquiry: Enquiry): EnquiryDebt | null {
  if (responseDueAt(enquiry)) return 'ANSWER';
  return proposalDueAt(enquiry) ? 'PROPOSAL' : null;
}

/** Throws DomainError ENQUIRY_CLOSED. */
export function requireOpen({ closed }: Pick<Enquiry, 'closed'>): void {
  if (closed) throw new DomainError('ENQUIRY_CLOSED', { outcome: closed.outcome }, 'enquiryId');
}

/** True while nobody has answered and the promised time is over [1.6]. */
export function isOverdue(enquiry: Pick<Enquiry, 'closed' | 'firstRespondedAt' | 'firstResponseDueAt'>, now: Date): boolean {
  return enquiryState(enquiry) === 'WAITING' && now > enquiry.firstResponseDueAt;
}

/** The four needs. Throws DomainError ENQUIRY_NEEDS_MISSING naming what is missing [4.2]. */
export function requireNeeds(needs: EnquiryNeeds): CompleteNeeds {
  const { purpose, amountFen, termMonths, method } = needs;
  const missing = missingNeeds(needs);
  if (!purpose || !amountFen || !termMonths || !method) throw new DomainError('ENQUIRY_NEEDS_MISSING', { missing });
  return { purpose, amountFen, termMonths, method };
}

function missingNeeds({ purpose, amountFen, termMonths, method }: EnquiryNeeds): string[] {
  return Object.entries({ purpose, amount: amountFen, termMonths, method })
    .filter(([, value]) => value === null || value === '' || value === 0)
    .map(([name]) => name);
}
