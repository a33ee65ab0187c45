import type { LocalDate } from '@weilend/kernel';
import type { LoanApplication } from '../application/application.js';
import type { DisbursedFact } from '../application/facts.js';
import type { Customer } from '../customer/customer-file.js';
import { standingPayout } from './lead-progress.js';
import { referralMachine } from './referral.machine.js';
import type { ReferralEvent, ReferralState } from './referral.machine.js';

// A customer who recommends us earns credit once for each customer he sent, when that customer's first loan is paid out and stays paid
// out. Nobody earns for himself, whether he comes again as a person or as his business; colleagues and others whom the manager barred
// earn nothing.

export interface ReferralStep {
  readonly event: ReferralEvent;
  readonly loanId: string | null;
  readonly by: string | null;
  readonly note: string | null;
  readonly at: Date;
}

/** What a referral is worth, by the parameter in force on the day. */
export interface ReferralReward {
  readonly kind: string;
  readonly amount: number;
}

export interface ReferralCredit extends ReferralReward {
  readonly id: string;
  readonly version: number;
  readonly state: ReferralState;
  readonly referrerId: string;
  /** The customer who was sent; one credit for each. */
  readonly customerId: string;
  readonly leadId: string;
  readonly earnedOn: LocalDate;
  readonly steps: readonly ReferralStep[];
}

export interface ReferralBar {
  /** The customer's id. */
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

type Identity = Pick<Customer, 'id' | 'residentId' | 'creditCode'>;

/** True when both files are of one person or one business. */
export function isSameIdentity(a: Identity, b: Identity): boolean {
  return a.id === b.id || a.residentId === b.residentId || (a.creditCode !== null && a.creditCode === b.creditCode);
}

/** The first loan of a customer that was paid out and stays paid out, or null. */
export function firstLoan(applications: readonly Pick<LoanApplication, 'facts'>[]): DisbursedFact | null {
  const paid = applications.map(standingPayout).filter((one) => one !== null);
  return paid.sort((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null;
}

/** What has to happen with a credit, given whether a first loan stands: null when it is as it should be. */
export function owedEvent(state: ReferralState | null, standing: boolean): Extract<ReferralEvent, 'earn' | 'take-back'> | null {
  const isHeld = state === 'earned' || state === 'redeemed';
  if (standing) return isHeld ? null : 'earn';
  return isHeld ? 'take-back' : null;
}

/** Throws DomainError ILLEGAL_TRANSITION. */
export function step(credit: ReferralCredit, taken: ReferralStep): ReferralCredit {
  return { ...credit, state: referralMachine.next(credit.state, taken.event), steps: [...credit.steps, taken] };
}
