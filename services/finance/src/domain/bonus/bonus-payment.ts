import { DomainError, formatYuan, invariant } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import type { BankPayment } from '../disbursement/order.js';
import { ACCOUNTING, credit, debit } from '../ledger/journal.js';
import type { JournalLine } from '../ledger/journal.js';
import { bonusMachine } from './bonus.machine.js';
import type { BonusState } from './bonus.machine.js';

// A bonus is paid like a loan, by a maker and a checker and once; the amount is what human resources computed, to the fen. Nobody makes or releases his own.
// It is an expense of the company and never touches the special account of the lending funds.

export const BONUS_KINDS = ['BONUS', 'DEFERRED_BONUS'] as const;
export type BonusKind = (typeof BONUS_KINDS)[number];

export interface MaskedPayee {
  readonly holder: string;
  readonly account: string;
}

/** The account that a bonus is to be paid to. */
export interface BonusAccount extends MaskedPayee {
  readonly registeredBy: string;
}

export interface BonusPayment {
  readonly id: string;
  readonly version: number;
  readonly state: BonusState;
  readonly handoffId: string;
  readonly employeeId: string;
  /** As in `2026-Q3`. */
  readonly quarter: string;
  readonly kind: BonusKind;
  readonly amountFen: Fen;
  readonly makerId: string | null;
  readonly checkerId: string | null;
  /** Where it goes, masked, as it was when it was made; the account cannot be changed until the bonus is paid or given back. */
  readonly payee: MaskedPayee | null;
  readonly payment: BankPayment;
  readonly askAt: Date | null;
  readonly endReason: string | null;
}

export function openBonus(facts: Pick<BonusPayment, 'id' | 'handoffId' | 'employeeId' | 'quarter' | 'kind' | 'amountFen'>): BonusPayment {
  const payment = { sends: 0, queries: 0, sentOn: null, reference: null };
  return {
    ...facts,
    version: 0,
    state: bonusMachine.initial,
    makerId: null,
    checkerId: null,
    payee: null,
    payment,
    askAt: null,
    endReason: null,
  };
}

/** Throws DomainError BONUS_TO_ONESELF, BONUS_ACCOUNT_OWN or AMOUNT_NOT_BONUS. */
export function makeBonus<T extends BonusPayment>(
  bonus: T,
  makerId: string,
  amountFen: Fen,
  { registeredBy, holder, account }: BonusAccount,
): T {
  const state = bonusMachine.next(bonus.state, 'make');
  checkNotPayee(bonus, makerId);
  if (amountFen !== bonus.amountFen)
    throw new DomainError('AMOUNT_NOT_BONUS', { owed: formatYuan(bonus.amountFen), paid: formatYuan(amountFen) }, 'amount');
  if (registeredBy === `employee:${makerId}`) throw new DomainError('BONUS_ACCOUNT_OWN', {});
  return { ...bonus, state, makerId, payee: { holder, account } };
}

/** Throws DomainError BONUS_TO_ONESELF; that the checker is not the maker is judged by the shared segregation rule before. */
export function checkBonus<T extends BonusPayment>(bonus: T, checkerId: string, askAt: Date): T {
  const state = bonusMachine.next(bonus.state, 'check');
  checkNotPayee(bonus, checkerId);
  invariant(bonus.makerId !== checkerId, 'maker is not checker');
  return { ...bonus, state, checkerId, askAt };
}

export function noteBonusSent<T extends BonusPayment>(bonus: T, sentOn: LocalDate, askAt: Date): T {
  const payment = { ...bonus.payment, sends: bonus.payment.sends + 1, sentOn };
  return { ...bonus, state: bonusMachine.next(bonus.state, 'send'), payment, askAt };
}

/** The bank was asked and gave no final answer. */
export function noteBonusQueried<T extends BonusPayment>(bonus: T): T {
  return { ...bonus, payment: { ...bonus.payment, queries: bonus.payment.queries + 1 } };
}

export function bonusPaid<T extends BonusPayment>(bonus: T, reference: string): T {
  return { ...bonus, state: bonusMachine.next(bonus.state, 'pay'), askAt: null, payment: { ...bonus.payment, reference } };
}

export function bonusReturned<T extends BonusPayment>(bonus: T, reason: string): T {
  return { ...bonus, state: bonusMachine.next(bonus.state, 'return'), askAt: null, endReason: reason };
}

/** Staff costs against the operating account. */
export const bonusLines = ({ amountFen }: Pick<BonusPayment, 'amountFen'>): readonly JournalLine[] => [
  debit(ACCOUNTING.STAFF_COSTS, amountFen),
  credit(ACCOUNTING.OPERATING_FUNDS, amountFen),
];

function checkNotPayee({ employeeId }: BonusPayment, actorId: string): void {
  if (employeeId === actorId) throw new DomainError('BONUS_TO_ONESELF', {});
}
