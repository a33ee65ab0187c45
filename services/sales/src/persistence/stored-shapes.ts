import { CUSTOMER_TYPES, PARTICIPANT_ROLES, REPAYMENT_METHODS } from '@weilend/contracts';
import { fields, oneOf, record } from '@weilend/mongo';

/** Shapes that several collections of sales store alike. */

export const customerType = oneOf(CUSTOMER_TYPES);
export const optionalCount = {
  type: Number,
  default: null,
  validate: (value: number | null) => value === null || Number.isSafeInteger(value),
};
export const optionalNumber = { type: Number, default: null };

export const needs = record({
  purpose: fields.optionalText,
  amountFen: fields.optionalFen,
  termMonths: optionalCount,
  method: fields.optionalText,
});

export const loanTerms = record({
  productId: fields.id,
  amountFen: fields.fen,
  termMonths: fields.count,
  annualRate: fields.text,
  method: oneOf(REPAYMENT_METHODS),
});

export const participant = record({ role: oneOf(PARTICIPANT_ROLES), employeeId: fields.id });
