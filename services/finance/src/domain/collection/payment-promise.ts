import { addDays, businessDateOf, DomainError, formatYuan, sumFen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { plainWords } from './plain-words.js';
import { paymentPromiseMachine } from './payment-promise.machine.js';
import type { PromiseState } from './payment-promise.machine.js';

// A promise to pay (还款承诺): so much by a day, given in a contact. Money that came in from the day of the promise through its day keeps it; it may be
// written down until the day after, because a transfer of the evening arrives the next morning. What was taken back does not count.

export interface PaymentPromise {
  readonly id: string;
  readonly version: number;
  readonly loanId: string;
  readonly caseId: string;
  readonly customerId: string;
  readonly salespersonId: string;
  readonly contactId: string;
  readonly amountFen: Fen;
  readonly madeOn: LocalDate;
  readonly byOn: LocalDate;
  readonly state: PromiseState;
  /** What had come in when it was judged; null while it stands. */
  readonly receivedFen: Fen | null;
  readonly endedOn: LocalDate | null;
  readonly cancelReason: string | null;
}

export interface PromisedPayment {
  readonly amountFen: Fen;
  readonly byOn: LocalDate;
}

export interface PromiseLimits {
  readonly madeOn: LocalDate;
  /** collection.promise-within, in days. */
  readonly withinDays: number;
  /** What would clear the loan: nobody can promise more. */
  readonly payoffFen: Fen;
}

type PromiseFacts = Pick<PaymentPromise, 'id' | 'loanId' | 'caseId' | 'customerId' | 'salespersonId' | 'contactId'>;

/** Throws DomainError PROMISE_AMOUNT_INVALID or PROMISE_DATE_INVALID. */
export function makePromise(facts: PromiseFacts, { amountFen, byOn }: PromisedPayment, limits: PromiseLimits): PaymentPromise {
  const { madeOn, withinDays, payoffFen } = limits;
  const latest = addDays(madeOn, withinDays);
  if (amountFen <= 0 || amountFen > payoffFen) {
    throw new DomainError('PROMISE_AMOUNT_INVALID', { most: formatYuan(payoffFen) }, 'promise.amount');
  }
  if (byOn < madeOn || byOn > latest) throw new DomainError('PROMISE_DATE_INVALID', { earliest: madeOn, latest }, 'promise.byOn');
  const fresh = { receivedFen: null, endedOn: null, cancelReason: null };
  return { ...facts, version: 0, amountFen, madeOn, byOn, state: paymentPromiseMachine.initial, ...fresh };
}

/** The last day on which money for the promise can be written down. */
export const lastRecordingDay = ({ byOn }: Pick<PaymentPromise, 'byOn'>): LocalDate => addDays(byOn, 1);

/** True once the last day of recording is over. */
export const isDue = (promise: Pick<PaymentPromise, 'byOn' | 'state'>, today: LocalDate): boolean =>
  promise.state === 'OPEN' && lastRecordingDay(promise) < today;

export interface MoneyIn {
  readonly amountFen: Fen;
  readonly paidOn: LocalDate;
  readonly recordedAt: Date;
  readonly reversal: object | null;
}

/** What came in for a promise. */
export function receivedFor(promise: Pick<PaymentPromise, 'madeOn' | 'byOn'>, money: readonly MoneyIn[]): Fen {
  const last = lastRecordingDay(promise);
  const counted = money.filter(
    ({ paidOn, recordedAt, reversal }) =>
      reversal === null && paidOn >= promise.madeOn && paidOn <= promise.byOn && businessDateOf(recordedAt) <= last,
  );
  return sumFen(counted.map(({ amountFen }) => amountFen));
}

/** Kept or broken. Throws DomainError ILLEGAL_TRANSITION for one that does not stand any more. */
export function judgePromise(promise: PaymentPromise, money: readonly MoneyIn[], on: LocalDate): PaymentPromise {
  const receivedFen = receivedFor(promise, money);
  const state = paymentPromiseMachine.next(promise.state, receivedFen >= promise.amountFen ? 'keep' : 'break');
  return { ...promise, state, receivedFen, endedOn: on };
}

/** Throws DomainError ILLEGAL_TRANSITION, COLLECTION_REASON_MISSING or PERSONAL_NUMBER_IN_TEXT. */
export function cancelPromise(promise: PaymentPromise, reason: string, on: LocalDate): PaymentPromise {
  const state = paymentPromiseMachine.next(promise.state, 'cancel');
  return { ...promise, state, cancelReason: plainWords(reason, 'reason'), endedOn: on };
}
