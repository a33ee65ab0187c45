import { DomainError, formatYuan, invariant } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import type { LoanUse } from '../exposure/loan-use.js';
import type { LoanTerms } from '../quote/quote.js';
import { orderMachine } from './order.machine.js';
import type { OrderState } from './order.machine.js';
import type { Reversal } from './reversal.js';

// The order to pay out one signed contract, with everyone who has taken part in it so far. Each step is taken by a named person or
// by the bank's answer; the amount is the contract's, to the fen, at every step.

export interface OrderParticipant {
  readonly role: 'SALESPERSON' | 'INVESTIGATOR' | 'VOTER' | 'CONTRACT_SIGNER' | 'PAYMENT_MAKER' | 'PAYMENT_CHECKER';
  readonly employeeId: string;
}

/** What is known of the payment at the bank; the order's id is the request id, so that a request can never be two payments. */
export interface BankPayment {
  readonly sends: number;
  readonly queries: number;
  /** Business date of the last sending: interest runs from it. */
  readonly sentOn: LocalDate | null;
  /** The bank's own number of the payment, once it is known. */
  readonly reference: string | null;
}

export interface DisbursementOrder {
  readonly id: string;
  readonly version: number;
  readonly state: OrderState;
  readonly handoffId: string;
  readonly contractId: string;
  readonly applicationId: string;
  readonly customerId: string;
  readonly salespersonId: string;
  readonly decisionId: string;
  readonly terms: LoanTerms;
  /** As contracted; null in orders from before it was kept. */
  readonly purpose: string | null;
  readonly loanUse: LoanUse;
  readonly costSheetId: string;
  readonly payeeAccountId: string;
  readonly participants: readonly OrderParticipant[];
  readonly makerId: string | null;
  readonly checkerId: string | null;
  readonly payment: BankPayment;
  /** When the bank is to be called next (database time); null when it is not to be called. */
  readonly askAt: Date | null;
  /** Why it was returned or cancelled. */
  readonly endReason: string | null;
  readonly loanId: string | null;
  /** The batch that releases it, or did. */
  readonly batchId: string | null;
  /** The money came back; null while nobody says so. */
  readonly reversal: Reversal | null;
}

const NOT_SENT: BankPayment = { sends: 0, queries: 0, sentOn: null, reference: null };

/** A new order of a contract that passed gate G7. */
export function openOrder(
  facts: Omit<
    DisbursementOrder,
    'version' | 'state' | 'makerId' | 'checkerId' | 'payment' | 'askAt' | 'endReason' | 'loanId' | 'reversal' | 'batchId'
  >,
): DisbursementOrder {
  return {
    ...facts,
    version: 0,
    state: orderMachine.initial,
    makerId: null,
    checkerId: null,
    payment: NOT_SENT,
    askAt: null,
    endReason: null,
    loanId: null,
    reversal: null,
    batchId: null,
  };
}

/** The maker states the amount he pays: it must be the contract's; throws DomainError AMOUNT_NOT_CONTRACT [7.10, G8]. */
export function makePayment(order: DisbursementOrder, makerId: string, amountFen: Fen): DisbursementOrder {
  const state = orderMachine.next(order.state, 'make');
  if (amountFen !== order.terms.amountFen) {
    throw new DomainError('AMOUNT_NOT_CONTRACT', { contracted: formatYuan(order.terms.amountFen), paid: formatYuan(amountFen) }, 'amount');
  }
  return { ...withParticipant(order, { role: 'PAYMENT_MAKER', employeeId: makerId }), state, makerId };
}

/** The checker releases the payment; that he is not the maker is judged by the shared segregation rule before. */
export function checkPayment(order: DisbursementOrder, checkerId: string, askAt: Date): DisbursementOrder {
  const state = orderMachine.next(order.state, 'check');
  invariant(order.makerId !== checkerId, 'maker is not checker');
  return { ...withParticipant(order, { role: 'PAYMENT_CHECKER', employeeId: checkerId }), state, checkerId, askAt };
}

/** Noted before the bank is called, so that a crash leaves a payment that is asked for and never one that is forgotten. */
export function noteSent(order: DisbursementOrder, sentOn: LocalDate): DisbursementOrder {
  return { ...order, state: orderMachine.next(order.state, 'send'), payment: { ...order.payment, sends: order.payment.sends + 1, sentOn } };
}

/** The bank was asked and gave no final answer. */
export function noteQueried(order: DisbursementOrder): DisbursementOrder {
  invariant(order.state === 'SENT', 'only a payment under way is asked for');
  return { ...order, payment: { ...order.payment, queries: order.payment.queries + 1 } };
}

export function markPaid(order: DisbursementOrder, loanId: string, reference: string): DisbursementOrder {
  return { ...order, state: orderMachine.next(order.state, 'pay'), loanId, askAt: null, payment: { ...order.payment, reference } };
}

/** Ends the order without money: back to sales. */
export function returnOrder(order: DisbursementOrder, reason: string): DisbursementOrder {
  return { ...order, state: orderMachine.next(order.state, 'return'), askAt: null, endReason: reason };
}

/** Ends the order without money: the customer withdrew. */
export function cancelOrder(order: DisbursementOrder, reason: string): DisbursementOrder {
  return { ...order, state: orderMachine.next(order.state, 'cancel'), askAt: null, endReason: reason };
}

/** True while no money can have left. */
export function canStop(order: DisbursementOrder): boolean {
  return orderMachine.can(order.state, 'cancel');
}

function withParticipant(order: DisbursementOrder, participant: OrderParticipant): DisbursementOrder {
  return { ...order, participants: [...order.participants, participant] };
}
