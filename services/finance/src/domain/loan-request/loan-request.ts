import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { ClassPolicy, LoanClass } from '../arrears/loan-class.js';
import { classOn, upgradeProblems } from '../loan/judge-class.js';
import type { Loan } from '../loan/loan.js';
import { restructureProblems } from '../loan/restructure.js';
import type { RestructurePolicy, RestructureTerms } from '../loan/restructure.js';
import { writeOffProblems } from '../loan/write-off.js';
import { loanRequestMachine } from './loan-request.machine.js';
import type { LoanRequestState } from './loan-request.machine.js';

// What may be asked for a running loan and needs a second person: new terms (重组), leaving the books (核销), a better class (上调分类). What speaks against it is
// looked at when it is asked and again when it is decided, because days go by and money comes in between.

export const LOAN_REQUEST_KINDS = ['RESTRUCTURE', 'WRITE_OFF', 'CLASS_UPGRADE'] as const;
export type LoanRequestKind = (typeof LOAN_REQUEST_KINDS)[number];

export type LoanChange =
  | { readonly kind: 'RESTRUCTURE'; readonly terms: RestructureTerms }
  | { readonly kind: 'WRITE_OFF' }
  | { readonly kind: 'CLASS_UPGRADE'; readonly loanClass: LoanClass };

export interface Decision {
  readonly by: string;
  readonly at: Date;
  readonly note: string;
}

export interface LoanRequest {
  readonly id: string;
  readonly version: number;
  readonly state: LoanRequestState;
  readonly loanId: string;
  readonly applicationId: string;
  /** Whose loan it is: sees the request, never decides on it. */
  readonly salespersonId: string;
  readonly change: LoanChange;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decision: Decision | null;
  /** The measure of risk that it carries out, or null [7.4]. */
  readonly measureWorkId: string | null;
}

export interface ChangePolicy {
  readonly restructure: RestructurePolicy;
  readonly classes: ClassPolicy;
}

/** Refusals of a change on a day; an empty list means it may be decided on. */
export function changeProblems(loan: Loan, change: LoanChange, on: LocalDate, policy: ChangePolicy): readonly DomainError[] {
  if (change.kind === 'RESTRUCTURE') return restructureProblems(loan, change.terms, on, policy.restructure);
  if (change.kind === 'CLASS_UPGRADE') return upgradeProblems(loan, change.loanClass, on);
  return writeOffProblems(loan, classOn(loan, on, policy.classes));
}

/** Approved or rejected by another person than the proposer and the salesperson; a rejection says why. */
export function decide(request: LoanRequest, verdict: 'approve' | 'reject', decision: Decision): LoanRequest {
  const state = loanRequestMachine.next(request.state, verdict);
  if (decision.by === request.proposedBy || decision.by === request.salespersonId)
    throw new DomainError('LOAN_REQUEST_OWN', {}, 'requestId');
  if (verdict === 'reject' && decision.note.trim() === '') throw new DomainError('LOAN_REQUEST_REASON_MISSING', {}, 'note');
  return { ...request, state, decision };
}

/** Taken back by the one who made it. */
export function withdraw(request: LoanRequest, decision: Decision): LoanRequest {
  const state = loanRequestMachine.next(request.state, 'withdraw');
  if (decision.by !== request.proposedBy) throw new DomainError('LOAN_REQUEST_NOT_OWN', {}, 'requestId');
  return { ...request, state, decision };
}
