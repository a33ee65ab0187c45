import type { OrderState } from './order.machine.js';

// What the bank says to a payment request, and what follows. An answer that leaves it open whether money moved (a timeout, a broken
// line) keeps the payment pending: it is asked for until the bank knows, and never paid a second time. Only when the bank itself
// says that it has never seen the request is it sent again, under the same request id.

export type BankAnswer =
  | { readonly kind: 'PAID'; readonly reference: string }
  | { readonly kind: 'REFUSED'; readonly reason: string }
  | { readonly kind: 'UNKNOWN'; readonly reason: string }
  | { readonly kind: 'NOT_FOUND' };

export type NextStep = 'SEND' | 'QUERY' | 'NONE';
/** SETTLE: post, give back or ask later, as the answer says. SEND_AGAIN: the same request id once more. */
export type AfterAnswer = 'SETTLE' | 'SEND_AGAIN';

/** What to do with a payment that is waiting. */
export function nextStep(state: OrderState): NextStep {
  if (state === 'RESERVED') return 'SEND';
  return state === 'SENT' ? 'QUERY' : 'NONE';
}

/** A request that was just sent cannot be "not found": the bank may not have written it down yet. */
export function afterAnswer(asked: 'SEND' | 'QUERY', answer: BankAnswer): AfterAnswer {
  return asked === 'QUERY' && answer.kind === 'NOT_FOUND' ? 'SEND_AGAIN' : 'SETTLE';
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

/** Wait before the next question: doubles from half a second to a minute. */
export function waitBeforeAskingMs(queries: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(queries, 16));
}
