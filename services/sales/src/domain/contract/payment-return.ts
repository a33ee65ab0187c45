import type { Facts } from '../application/facts.js';

// The payout of a signed contract is ordered once. When finance sends the order back (a wrong account, a gate), it may be ordered again, but
// never while an order is still with finance, and never after money went out or the contract was cancelled.

/** True when every order that was given has come back and nothing was paid or cancelled. */
export function mayOrderAgain(facts: Facts, ordersGiven: number): boolean {
  return !facts.disbursed && !facts.cancelled && facts.paymentReturned.length >= ordersGiven;
}
