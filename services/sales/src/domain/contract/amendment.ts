import { addMonths, businessDateOf, canonicalHash, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { AMENDMENT_TEXT_VERSION, amendmentText } from './amendment-text.js';
import type { RunningTerms } from './amendment-text.js';
import { amendmentMachine } from './amendment.machine.js';
import type { AmendmentState } from './amendment.machine.js';
import type { ContractClause } from './clauses.js';
import type { LoanContract } from './contract.js';
import { requireReading } from './reading-time.js';
import type { ReadingRules } from './reading-time.js';

// When finance restructures a loan that runs, the contract no longer says what is owed: a supplementary agreement (补充协议) is written from the
// new schedule, explained, acknowledged by the customer for exactly this text, and signed on paper. Until then the old terms are those that the
// customer has agreed to, and the agreement is owed with a deadline.

export interface AmendmentAcknowledgement {
  readonly textHash: string;
  readonly readingSeconds: number;
  readonly by: string;
  readonly at: Date;
}

export interface AmendmentSignature {
  /** The paper with the customer's signature. */
  readonly fileId: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly signedOn: LocalDate;
  readonly by: string;
  readonly at: Date;
}

export interface ContractAmendment {
  readonly id: string;
  readonly version: number;
  readonly contractId: string;
  readonly applicationId: string;
  readonly customerId: string;
  /** Who looks after the customer now. */
  readonly salespersonId: string;
  readonly loanId: string;
  /** 1 for the first of a contract, rising. */
  readonly no: number;
  /** Finance's schedule that it writes down; one agreement for each. */
  readonly scheduleNo: number;
  readonly state: AmendmentState;
  readonly history: readonly { readonly state: AmendmentState; readonly by: string; readonly at: Date }[];
  readonly before: RunningTerms;
  readonly after: RunningTerms;
  readonly effectiveOn: LocalDate;
  readonly textVersion: string;
  readonly clauses: readonly ContractClause[];
  readonly textHash: string;
  readonly openedAt: Date;
  /** Until when it should be signed; null when nothing is owed any more. */
  readonly signDueAt: Date | null;
  readonly acknowledgement: AmendmentAcknowledgement | null;
  readonly signature: AmendmentSignature | null;
}

/** What finance made of a loan, and who is concerned. */
export interface Restructuring {
  readonly id: string;
  readonly loanId: string;
  readonly scheduleNo: number;
  readonly no: number;
  readonly after: RunningTerms;
  readonly effectiveOn: LocalDate;
  readonly lender: string;
  readonly borrower: string;
  readonly salespersonId: string;
  /** Null when we have not heard of the payout. */
  readonly disbursedOn: LocalDate | null;
  readonly by: string;
  readonly at: Date;
  readonly dueAt: Date;
}

/** What the customer has agreed to: the last signed agreement, else the contract. */
export function agreedTerms(contract: LoanContract, disbursedOn: LocalDate | null): RunningTerms {
  const { amended, terms, startOn } = contract;
  if (amended) {
    const { principalFen, annualRate, method, maturesOn } = amended;
    return { principalFen, annualRate, method, maturesOn };
  }
  const { amountFen: principalFen, annualRate, method, termMonths } = terms;
  return { principalFen, annualRate, method, maturesOn: addMonths(disbursedOn ?? startOn, termMonths) };
}

export function openAmendment(contract: LoanContract, made: Restructuring): ContractAmendment {
  const { id, loanId, scheduleNo, no, after, effectiveOn, lender, borrower, salespersonId, by, at } = made;
  const before = agreedTerms(contract, made.disbursedOn);
  const clauses = amendmentText({ lender, borrower, contractId: contract.id, before, after, effectiveOn });
  const state = amendmentMachine.initial;
  return {
    ...{ id, version: 0, contractId: contract.id, applicationId: contract.applicationId, customerId: contract.customerId },
    ...{ salespersonId, loanId, no, scheduleNo, state, history: [{ state, by, at }], before, after, effectiveOn },
    ...{ textVersion: AMENDMENT_TEXT_VERSION, clauses, textHash: canonicalHash({ id, before, after, effectiveOn, clauses }) },
    ...{ openedAt: at, signDueAt: made.dueAt, acknowledgement: null, signature: null },
  };
}

/** The customer had exactly this text explained and agrees. Throws AMENDMENT_CHANGED, EXPLANATION_MISSING, READING_TOO_SHORT, READING_TOO_LONG, ILLEGAL_TRANSITION. */
export function acknowledgeAmendment(
  amendment: ContractAmendment,
  word: AmendmentAcknowledgement & { readonly confirmedByCustomer: boolean },
  rules: ReadingRules,
): ContractAmendment {
  const { confirmedByCustomer, ...acknowledgement } = word;
  const state = amendmentMachine.next(amendment.state, 'acknowledge');
  if (word.textHash !== amendment.textHash) throw new DomainError('AMENDMENT_CHANGED', {}, 'textHash');
  if (!confirmedByCustomer) throw new DomainError('EXPLANATION_MISSING', {}, 'confirmedByCustomer');
  requireReading({ seconds: word.readingSeconds, shownAt: amendment.openedAt, at: word.at }, amendment.clauses, rules);
  return { ...changed(amendment, state, word), acknowledgement };
}

/**
 * Signed by the customer, on the day that the paper tells. Throws AMENDMENT_NOT_ACKNOWLEDGED, AMENDMENT_SIGNED_LATER for a day to come,
 * AMENDMENT_SIGNED_EARLIER for one before he agreed to the text, ILLEGAL_TRANSITION.
 */
export function signAmendment(amendment: ContractAmendment, signature: AmendmentSignature, today: LocalDate): ContractAmendment {
  if (amendment.state === 'open') throw new DomainError('AMENDMENT_NOT_ACKNOWLEDGED');
  const state = amendmentMachine.next(amendment.state, 'sign');
  if (signature.signedOn > today) throw new DomainError('AMENDMENT_SIGNED_LATER', { signedOn: signature.signedOn, today }, 'signedOn');
  const agreedOn = amendment.acknowledgement ? businessDateOf(amendment.acknowledgement.at) : signature.signedOn;
  if (signature.signedOn < agreedOn)
    throw new DomainError('AMENDMENT_SIGNED_EARLIER', { signedOn: signature.signedOn, agreedOn }, 'signedOn');
  return { ...changed(amendment, state, signature), signature, signDueAt: null };
}

/** The next restructuring came before this one was signed. */
export function replaceAmendment(amendment: ContractAmendment, word: { by: string; at: Date }): ContractAmendment {
  return { ...changed(amendment, amendmentMachine.next(amendment.state, 'replace'), word), signDueAt: null };
}

/** The contract with the terms of its newly signed agreement. */
export function amendContract(contract: LoanContract, { id, no, after, effectiveOn }: ContractAmendment): LoanContract {
  return { ...contract, amended: { amendmentId: id, amendmentNo: no, ...after, effectiveOn } };
}

function changed(amendment: ContractAmendment, state: AmendmentState, { by, at }: { by: string; at: Date }): ContractAmendment {
  return { ...amendment, state, history: [...amendment.history, { state, by, at }] };
}
