import { DomainError } from '@weilend/kernel';

// An enquiry (咨询): somebody asks about a loan. We answer within a promised time, present products, and learn the four needs purpose,
// amount, term and repayment method; only then is a proposal made.

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
}

export interface CompleteNeeds {
  readonly purpose: string;
  readonly amountFen: number;
  readonly termMonths: number;
  readonly method: string;
}

/** Records an answer: the first one stops the clock, needs that are given replace what was known. */
export function respond(
  enquiry: Enquiry,
  answer: { presented: Enquiry['presented']; needs: Partial<EnquiryNeeds>; note: string | null },
  at: Date,
): Enquiry {
  const known = Object.entries(answer.needs).filter(([, value]) => value !== undefined && value !== null);
  const shown = answer.presented.filter(
    (one) => !enquiry.presented.some((earlier) => earlier.productId === one.productId && earlier.productVersion === one.productVersion),
  );
  return {
    ...enquiry,
    firstRespondedAt: enquiry.firstRespondedAt ?? at,
    presented: [...enquiry.presented, ...shown],
    needs: { ...enquiry.needs, ...(Object.fromEntries(known) as Partial<EnquiryNeeds>) },
    note: answer.note ?? enquiry.note,
  };
}

/** True while nobody has answered and the promised time is over [1.6]. */
export function isOverdue(enquiry: Pick<Enquiry, 'firstRespondedAt' | 'firstResponseDueAt'>, now: Date): boolean {
  return enquiry.firstRespondedAt === null && now > enquiry.firstResponseDueAt;
}

/** The four needs. Throws DomainError ENQUIRY_NEEDS_MISSING naming what is missing [4.2]. */
export function requireNeeds(needs: EnquiryNeeds): CompleteNeeds {
  const { purpose, amountFen, termMonths, method } = needs;
  const missing = Object.entries({ purpose, amount: amountFen, termMonths, method })
    .filter(([, value]) => value === null || value === '' || value === 0)
    .map(([name]) => name);
  if (!purpose || !amountFen || !termMonths || !method) throw new DomainError('ENQUIRY_NEEDS_MISSING', { missing });
  return { purpose, amountFen, termMonths, method };
}
