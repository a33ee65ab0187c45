import { canonicalHash, compareRates, DomainError, formatYuan, parseRate } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { ContractTerms, DecisionFact, Facts } from '../application/facts.js';
import { currentDecision, hasLapsed, isConfirmed } from '../application/facts.js';
import { Refusals } from '../collect-refusals.js';

// Gate G5: a contract is made only on an approval in force, and only within it. In force means: approved, or conditionally approved with every
// condition confirmed; not lapsed; not past its last day. Within means: the same product and repayment method; amount, term and rate
// not above what was approved.

/** The approval that carries a contract. Throws APPROVAL_MISSING, CONDITIONS_OPEN or APPROVAL_EXPIRED [4.14, 4.15]. */
export function approvalInForce(facts: Facts, today: LocalDate): DecisionFact & { readonly terms: ContractTerms } {
  const decision = currentDecision(facts);
  if (!decision) throw new DomainError('APPROVAL_MISSING', { state: 'NOT_DECIDED' });
  if (hasLapsed(facts, decision.decisionId)) throw new DomainError('APPROVAL_MISSING', { state: 'LAPSED' });
  const { terms, validUntil } = decision;
  if (decision.result === 'REJECTED' || !terms) throw new DomainError('APPROVAL_MISSING', { state: 'REJECTED' });
  if (decision.result === 'CONDITIONAL' && !isConfirmed(facts, decision.decisionId)) throw new DomainError('CONDITIONS_OPEN');
  if (validUntil && today > validUntil) throw new DomainError('APPROVAL_EXPIRED', { validUntil });
  return { ...decision, terms };
}

/** Refuses each part of the terms that is outside of the approval, by name [4.15]. */
export function requireWithin(terms: ContractTerms, approved: ContractTerms): void {
  const refusals = new Refusals();
  const check = (ok: boolean, part: string, shown: string): void => {
    if (!ok) refusals.add(new DomainError('TERMS_EXCEED_APPROVAL', { part, approved: shown }, part));
  };
  check(terms.productId === approved.productId, 'productId', approved.productId);
  check(terms.method === approved.method, 'method', approved.method);
  check(terms.amountFen > 0 && terms.amountFen <= approved.amountFen, 'amount', formatYuan(approved.amountFen));
  check(terms.termMonths > 0 && terms.termMonths <= approved.termMonths, 'termMonths', String(approved.termMonths));
  check(compareRates(parseRate(terms.annualRate), parseRate(approved.annualRate)) <= 0, 'annualRate', approved.annualRate);
  refusals.done();
}

/** Hash of the terms alone, computed as finance does: the cost sheet must show the same one. */
export function termsHashOf({ productId, amountFen, termMonths, annualRate, method }: ContractTerms): string {
  return canonicalHash({ productId, amountFen, termMonths, annualRate, method });
}
