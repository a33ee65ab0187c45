import { CUSTOMER_TYPES, PARTICIPANT_ROLES, REPAYMENT_METHODS, RISK_RATINGS, RISK_RECOMMENDATIONS } from '@weilend/contracts';
import { fields, oneOf, record } from '@weilend/mongo';
import { EVIDENCE_KINDS } from '../domain/case/approval-case.js';
import { OFFICES } from '../domain/member/member.js';
import { AUTHORITIES, TIE_RULES } from '../domain/policy/policy.js';

/** Sub-documents that cases and decisions share. */
export const customerType = oneOf(CUSTOMER_TYPES);

export const loanTerms = record({
  productId: fields.id,
  amountFen: fields.fen,
  termMonths: fields.count,
  annualRate: fields.text,
  method: oneOf(REPAYMENT_METHODS),
});

export const reportCitation = record({
  investigationId: fields.id,
  reportId: fields.id,
  reportVersion: fields.count,
  reportHash: fields.text,
  rating: oneOf(RISK_RATINGS),
  recommendation: oneOf(RISK_RECOMMENDATIONS),
  score: fields.count,
  scorecardId: fields.text,
  scorecardVersion: fields.count,
  recommendedAmountFen: fields.fen,
  recommendedTermMonths: fields.count,
  recommendedAnnualRate: fields.optionalText,
});

export const participant = record({ role: oneOf(PARTICIPANT_ROLES), employeeId: fields.id });

const fraction = record({ numerator: fields.count, denominator: fields.count });

export const authorityBand = record({
  authority: oneOf(AUTHORITIES),
  upToFen: fields.fen,
  membersNeeded: fields.count,
  quorum: { type: fraction, required: true },
  majority: { type: fraction, required: true },
  chairVeto: fields.flag,
  tie: oneOf(TIE_RULES),
  validityDays: { type: Number, default: null },
});

export const vote = record({
  employeeId: fields.id,
  office: oneOf(OFFICES),
  seatOf: fields.id,
  choice: oneOf(['YES', 'NO']),
  reason: fields.text,
  at: fields.instant,
});

export const evidence = record({ fileId: fields.id, sha256: fields.text });

export const conditionFields = {
  conditionId: fields.id,
  text: fields.text,
  ownerId: fields.id,
  dueOn: fields.date,
  evidenceKind: oneOf(EVIDENCE_KINDS),
};
