import { addDays, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Loan } from '../loan/loan.js';
import { collectionCaseMachine } from './collection-case.machine.js';
import type { CaseState } from './collection-case.machine.js';
import { plainWords } from './plain-words.js';
import type { PaymentPromise } from './payment-promise.js';
import type { PromiseState } from './payment-promise.machine.js';

// A collection case (催收案件): who works on a late loan, what he does next, whether the borrower is in hardship, and how the last promise went.

export interface Hardship {
  readonly reason: string;
  readonly since: LocalDate;
  readonly notedBy: string;
}

export interface CollectionCase {
  readonly id: string;
  readonly version: number;
  readonly loanId: string;
  readonly customerId: string;
  readonly salespersonId: string;
  readonly state: CaseState;
  /** Due day of the instalment with which the loan became late. */
  readonly overdueSince: LocalDate;
  readonly openedOn: LocalDate;
  readonly collectorId: string | null;
  readonly nextActionOn: LocalDate | null;
  readonly hardship: Hardship | null;
  readonly contacts: number;
  /** Last step of the ladder at which sales was asked to speak with the customer; 0 for none. */
  readonly arrearsStep: number;
  readonly lastContactId: string | null;
  /** The newest promise and its state. */
  readonly promiseId: string | null;
  readonly promiseState: PromiseState | null;
  readonly closedOn: LocalDate | null;
  readonly closedBy: CaseEnd | null;
}

/** Nothing is late any more; or the loan itself has ended. */
export const CASE_ENDS = ['CURRENT', 'LOAN_ENDED'] as const;
export type CaseEnd = (typeof CASE_ENDS)[number];

/** Where the work on a late loan stands, worst news last. */
export const CASE_STATUSES = ['OPEN', 'IN_PROGRESS', 'PROMISED', 'PROMISE_BROKEN', 'HARDSHIP', 'CLOSED'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export type CaseLoan = Pick<Loan, 'id' | 'customerId' | 'salespersonId'>;

export function openCase(id: string, loan: CaseLoan, when: { overdueSince: LocalDate; openedOn: LocalDate }): CollectionCase {
  return {
    ...{ id, version: 0, loanId: loan.id, customerId: loan.customerId, salespersonId: loan.salespersonId },
    ...{ state: collectionCaseMachine.initial, ...when, collectorId: null, nextActionOn: null, hardship: null },
    ...{ contacts: 0, arrearsStep: 0, lastContactId: null, promiseId: null, promiseState: null, closedOn: null, closedBy: null },
  };
}

/** Throws DomainError ILLEGAL_TRANSITION. */
export function closeCase(one: CollectionCase, by: CaseEnd, on: LocalDate): CollectionCase {
  return { ...one, state: collectionCaseMachine.next(one.state, 'close'), closedOn: on, closedBy: by };
}

/** Throws DomainError COLLECTOR_NOT_ELIGIBLE unless the person is in office and collects. */
export function assignCollector(one: CollectionCase, collector: { employeeId: string; eligible: boolean }): CollectionCase {
  if (!collector.eligible) throw new DomainError('COLLECTOR_NOT_ELIGIBLE', { employeeId: collector.employeeId }, 'collectorId');
  return { ...one, collectorId: collector.employeeId };
}

/** Longest time that a late loan may lie: half a year. */
const LONGEST_WAIT_DAYS = 184;

/** Throws DomainError NEXT_ACTION_INVALID. */
export function planNextAction(one: CollectionCase, nextActionOn: LocalDate | null, today: LocalDate): CollectionCase {
  const latest = addDays(today, LONGEST_WAIT_DAYS);
  if (nextActionOn !== null && (nextActionOn < today || nextActionOn > latest)) {
    throw new DomainError('NEXT_ACTION_INVALID', { earliest: today, latest }, 'nextActionOn');
  }
  return { ...one, nextActionOn };
}

/** Throws DomainError COLLECTION_REASON_MISSING or PERSONAL_NUMBER_IN_TEXT. */
export function noteHardship(one: CollectionCase, reason: string, noted: Pick<Hardship, 'since' | 'notedBy'>): CollectionCase {
  return { ...one, hardship: { reason: plainWords(reason, 'reason'), ...noted } };
}

export const endHardship = (one: CollectionCase): CollectionCase => ({ ...one, hardship: null });

/** An action that was planned until the day of the contact is done with it. */
export function withContact(one: CollectionCase, contact: { id: string; on: LocalDate }): CollectionCase {
  const isDone = one.nextActionOn !== null && one.nextActionOn <= contact.on;
  return { ...one, contacts: one.contacts + 1, lastContactId: contact.id, nextActionOn: isDone ? null : one.nextActionOn };
}

/** A promise is looked after on the day after its day; a broken one today. */
export function withPromise(one: CollectionCase, promise: Pick<PaymentPromise, 'id' | 'state' | 'byOn'>, today: LocalDate): CollectionCase {
  const nextActionOn = promise.state === 'OPEN' ? addDays(promise.byOn, 1) : promise.state === 'BROKEN' ? today : one.nextActionOn;
  return { ...one, promiseId: promise.id, promiseState: promise.state, nextActionOn };
}

/** Null is a late loan that nobody has looked at. */
export function caseStatus(one: CollectionCase | null): CaseStatus {
  if (one === null) return 'OPEN';
  if (one.state === 'CLOSED') return 'CLOSED';
  if (one.hardship !== null) return 'HARDSHIP';
  if (one.promiseState === 'BROKEN') return 'PROMISE_BROKEN';
  if (one.promiseState === 'OPEN') return 'PROMISED';
  return one.contacts > 0 ? 'IN_PROGRESS' : 'OPEN';
}
