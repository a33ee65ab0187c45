import { DomainError } from '@weilend/kernel';
import type { LoanApplication, Withdrawal } from './application.js';
import { deskMachine } from './desk.machine.js';

// A customer may change his mind (撤回申请). Before the contract is signed the application is simply withdrawn. After signing, money may be
// on its way: the withdrawal is a request that finance decides, and the loan stands until finance has spoken.

export type WithdrawalEffect = 'WITHDRAWN' | 'CANCELLATION_REQUESTED';

/**
 * The application after the customer's word. Throws LOAN_PAID_OUT, CANCELLATION_PENDING, or APPLICATION_WITHDRAWN when there is
 * nothing left to take back.
 */
export function withdraw(application: LoanApplication, word: Withdrawal): { application: LoanApplication; effect: WithdrawalEffect } {
  const { desk, facts, cancellation } = application;
  if (facts.disbursed) throw new DomainError('LOAN_PAID_OUT');
  if (desk === 'withdrawn' || facts.cancelled) throw new DomainError('APPLICATION_WITHDRAWN');
  if (desk !== 'signed')
    return { application: { ...application, desk: deskMachine.next(desk, 'withdraw'), withdrawal: word }, effect: 'WITHDRAWN' };
  // A refused request may be repeated only when finance has sent the payment back since.
  if (cancellation && !mayAskAgain(application)) throw new DomainError('CANCELLATION_PENDING');
  return { application: { ...application, cancellation: word }, effect: 'CANCELLATION_REQUESTED' };
}

/** True when nothing more may be done for an application: the customer took it back. */
export function isWithdrawn(application: Pick<LoanApplication, 'desk' | 'facts'>): boolean {
  return application.desk === 'withdrawn' || application.facts.cancelled !== null;
}

/** Throws DomainError APPLICATION_WITHDRAWN. */
export function requireLive(application: Pick<LoanApplication, 'desk' | 'facts'>): void {
  if (isWithdrawn(application)) throw new DomainError('APPLICATION_WITHDRAWN');
}

function mayAskAgain({ cancellation, facts }: LoanApplication): boolean {
  const refusedAt = facts.cancellationRefused?.at;
  return Boolean(cancellation && refusedAt && facts.paymentReturned.some((note) => note.at > refusedAt && note.at > cancellation.at));
}
