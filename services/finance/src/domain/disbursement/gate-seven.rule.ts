import { compareRates, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { termsHash } from '../quote/quote.js';
import type { LoanTerms } from '../quote/quote.js';
import { decisionOf } from './application-facts.js';
import type { ApplicationFacts, DecisionFact } from './application-facts.js';

// Gate G7 (放款关): money follows only a signed contract whose terms lie within an approval that finance has heard of from the
// committee itself, whose cost sheet shows exactly these terms, and which is paid to an account in the borrower's own name. What
// has not been heard yet is waited for; what is heard and wrong is refused.

export interface SignedContract {
  readonly contractId: string;
  readonly applicationId: string;
  readonly customerId: string;
  readonly decisionId: string;
  readonly terms: LoanTerms;
  readonly costSheetHash: string;
  /** Business date of signing. */
  readonly signedOn: LocalDate;
  readonly payeeAccountId: string;
  /** Blind index of the borrower's name. */
  readonly nameIndex: string;
}

export type ApprovalVerdict = 'IN_FORCE' | 'NOT_YET_SEEN';

/** Throws DomainError APPROVAL_NOT_IN_FORCE or TERMS_BEYOND_APPROVAL; NOT_YET_SEEN when approval's word is still missing. */
export function judgeApproval(facts: ApplicationFacts, contract: SignedContract): ApprovalVerdict {
  const decision = decisionOf(facts, contract.decisionId);
  if (decision?.lapsed) throw notInForce(`it lapsed (${decision.lapsed})`);
  if (!decision || decision.result === null) return 'NOT_YET_SEEN';
  if (decision.result === 'REJECTED') throw notInForce('the application was rejected');
  if (decision.validUntil !== null && contract.signedOn > decision.validUntil)
    throw notInForce(`it ran out on ${decision.validUntil}, before signing`);
  if (decision.customerId !== null && decision.customerId !== contract.customerId) throw notInForce('it was given to another customer');
  checkWithin(decision, contract.terms);
  return decision.result === 'CONDITIONAL' && !decision.conditionsConfirmed ? 'NOT_YET_SEEN' : 'IN_FORCE';
}

/** A decision in force when the order was opened may have lapsed since; throws DomainError APPROVAL_NOT_IN_FORCE or DISBURSEMENT_STOPPED. */
export function checkStillInForce(facts: ApplicationFacts, decisionId: string): void {
  if (facts.stopped !== null) throw new DomainError('DISBURSEMENT_STOPPED');
  const decision = decisionOf(facts, decisionId);
  if (!decision || decision.result === null || decision.result === 'REJECTED') throw notInForce('there is none');
  if (decision.lapsed) throw notInForce(`it lapsed (${decision.lapsed})`);
}

export interface SheetFacts {
  readonly contractId: string;
  readonly applicationId: string;
  readonly termsHash: string;
  readonly hash: string;
}

/** The sheet must be the contract's and show exactly its terms; throws DomainError COST_SHEET_MISMATCH [4.17, G6, G7]. */
export function checkCostSheet(sheet: SheetFacts | null, contract: SignedContract): void {
  const mismatch = (reason: string): DomainError => new DomainError('COST_SHEET_MISMATCH', { reason });
  if (!sheet) throw mismatch('there is none');
  if (sheet.contractId !== contract.contractId || sheet.applicationId !== contract.applicationId)
    throw mismatch('it is of another contract');
  if (sheet.hash !== contract.costSheetHash) throw mismatch('its hash differs');
  if (sheet.termsHash !== termsHash(contract.terms)) throw mismatch('its terms differ');
}

export interface PayeeFacts {
  readonly customerId: string;
  readonly nameIndex: string;
}

/** The account must be the customer's and in his name; throws DomainError PAYEE_UNKNOWN or PAYEE_NOT_BORROWER. */
export function checkPayeeIsBorrower(account: PayeeFacts | null, contract: SignedContract): void {
  if (!account || account.customerId !== contract.customerId)
    throw new DomainError('PAYEE_UNKNOWN', { accountId: contract.payeeAccountId });
  if (account.nameIndex !== contract.nameIndex) throw new DomainError('PAYEE_NOT_BORROWER');
}

function checkWithin(decision: DecisionFact, terms: LoanTerms): void {
  const approved = decision.terms;
  if (!approved) throw notInForce('it names no terms');
  const beyond: string[] = [];
  if (terms.productId !== approved.productId) beyond.push('product');
  if (terms.amountFen > approved.amountFen) beyond.push('amount');
  if (terms.termMonths > approved.termMonths) beyond.push('term');
  if (compareRates(terms.annualRate, approved.annualRate) > 0) beyond.push('rate');
  if (terms.method !== approved.method) beyond.push('method');
  if (beyond.length > 0) throw new DomainError('TERMS_BEYOND_APPROVAL', { beyond });
}

function notInForce(reason: string): DomainError {
  return new DomainError('APPROVAL_NOT_IN_FORCE', { reason });
}
