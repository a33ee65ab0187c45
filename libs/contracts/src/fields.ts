import { z } from 'zod';

/** An opaque id with its prefix. Payloads carry ids and figures, never personal data. */
export const id = (prefix: string): z.ZodString => z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`));
/** Integer fen. */
export const fenField = z.int().nonnegative();
/** Decimal string, a fraction per year. */
export const rateField = z.string().regex(/^\d{1,4}(\.\d{1,12})?$/);
export const dateField = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const instantField = z.iso.datetime({ offset: true });
export const hashField = z.string().regex(/^[0-9a-f]{64}$/);
/** Keyed hash of an identity value (blind index): equal values compare equal, nothing can be read from it. */
export const indexField = z.string().regex(/^[A-Za-z0-9._:-]{16,100}$/);

export const REPAYMENT_METHODS = ['EQUAL_INSTALMENT', 'EQUAL_PRINCIPAL', 'INTEREST_ONLY', 'BULLET'] as const;
/** Repayment method (还款方式). */
export type RepaymentMethod = (typeof REPAYMENT_METHODS)[number];
export const methodField = z.enum(REPAYMENT_METHODS);

export const CUSTOMER_TYPES = ['INDIVIDUAL', 'SELF_EMPLOYED', 'MICRO_ENTERPRISE'] as const;
/** Customer type (客户类型). */
export type CustomerType = (typeof CUSTOMER_TYPES)[number];
export const customerTypeField = z.enum(CUSTOMER_TYPES);

export const LOAN_PURPOSES = [
  'WORKING_CAPITAL',
  'EQUIPMENT',
  'STOCK_PURCHASE',
  'VEHICLE',
  'HOUSEHOLD_GOODS',
  'HOME_REPAIR',
  'EDUCATION',
  'MEDICAL',
  'TRAVEL',
  'OTHER',
] as const;
/** Loan purpose (贷款用途); a purpose that is forbidden by law has no value here. */
export type LoanPurpose = (typeof LOAN_PURPOSES)[number];
export const purposeField = z.enum(LOAN_PURPOSES);

/** The terms of a loan, as asked, approved or contracted. */
export const termsFields = {
  productId: id('prd'),
  amountFen: fenField.positive(),
  termMonths: z.int().min(1).max(120),
  annualRate: rateField,
  method: methodField,
};

/** Who has taken part in an application so far and as what; the segregation rule reads it. */
export const PARTICIPANT_ROLES = ['SALESPERSON', 'INVESTIGATOR', 'VOTER', 'CONTRACT_SIGNER', 'PAYMENT_MAKER', 'PAYMENT_CHECKER'] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];
export const participantField = z.object({ role: z.enum(PARTICIPANT_ROLES), employeeId: id('emp') });
export type Participant = z.infer<typeof participantField>;
export const participantsField = z.array(participantField);
