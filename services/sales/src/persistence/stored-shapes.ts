import { CUSTOMER_TYPES, PARTICIPANT_ROLES, REPAYMENT_METHODS } from '@weilend/contracts';
import { fields, oneOf, record } from '@weilend/mongo';
import { INFORMING_WAYS } from '../domain/application/informing.js';

type SchemaDefinition = Parameters<typeof record>[0];

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

/** That a customer confirmed what he was told [7.9]. */
export const disclosureConfirmation = record({
  productId: fields.id,
  textVersion: fields.date,
  textHash: fields.text,
  how: oneOf(INFORMING_WAYS),
  by: fields.id,
  at: fields.instant,
});

export const fileEvidence = record({ fileId: fields.id, sha256: fields.text });

/** Something that somebody did at a moment, with what else is to be known of it. */
export const actOf = (rest: SchemaDefinition) => record({ ...rest, by: fields.id, at: fields.instant });

/** Terms of a loan by a supplementary agreement, as they stand on its contract. */
export const amendedTerms = record({
  amendmentId: fields.id,
  amendmentNo: fields.count,
  principalFen: fields.fen,
  annualRate: fields.text,
  method: oneOf(REPAYMENT_METHODS),
  maturesOn: fields.date,
  effectiveOn: fields.date,
});
