import { fen, invariant } from '@weilend/kernel';
import type { Fen } from '@weilend/kernel';
import type { LoanUse } from './loan-use.js';

// What a borrower, and the group of related parties (关联方) he belongs to, owe the company. What is reserved for a payment under way counts as lent, so
// that two payments at the same time cannot both slip under a limit. Both rows move together, to the fen: a group owes what its members owe.

export interface Balance {
  /** Principal paid out and not repaid. */
  readonly outstandingFen: Fen;
  /** Principal of payments that are under way. */
  readonly reservedFen: Fen;
}

/** Balance of one borrower. */
export interface Exposure extends Balance {
  readonly customerId: string;
  /** The group of related parties that he is in. */
  readonly groupId: string | null;
  /** The part of outstanding and reserved that is for consumption; the rest is for business. */
  readonly consumerFen: Fen;
  /** Loans ever paid out to the borrower. */
  readonly loans: number;
}

/** Signed changes of a balance. */
export type Move = Balance;

/** A payment is released to the bank. */
export const reserving = (amountFen: Fen): Move => ({ outstandingFen: 0, reservedFen: positive(amountFen) });
/** The payment arrived: reserved becomes outstanding. */
export const lending = (amountFen: Fen): Move => ({ outstandingFen: positive(amountFen), reservedFen: fen(-amountFen) });
/** The payment did not go out. */
export const releasing = (amountFen: Fen): Move => ({ outstandingFen: 0, reservedFen: fen(-positive(amountFen)) });
/** Principal came back; a negative amount is owed again, because a repayment was taken back. */
export const repaying = (principalFen: Fen): Move => ({ outstandingFen: fen(-principalFen), reservedFen: 0 });

export const owedFen = (balance: Balance): Fen => fen(balance.outstandingFen + balance.reservedFen);

/** Less than nothing reserved or owed is a bug of the caller. */
export function moveBalance(balance: Balance, move: Move): Balance {
  const moved = {
    outstandingFen: fen(balance.outstandingFen + move.outstandingFen),
    reservedFen: fen(balance.reservedFen + move.reservedFen),
  };
  invariant(moved.reservedFen >= 0, 'only what was reserved is released or lent');
  invariant(moved.outstandingFen >= 0, 'nobody repays more principal than he owes');
  return moved;
}

export function moveExposure<T extends Exposure>(exposure: T, move: Move, use: LoanUse): T {
  const consumerFen = use === 'CONSUMER' ? fen(exposure.consumerFen + owedFen(move)) : exposure.consumerFen;
  const moved = { ...exposure, ...moveBalance(exposure, move), consumerFen };
  invariant(consumerFen >= 0 && consumerFen <= owedFen(moved), 'what is for consumption is a part of the balance');
  return moved;
}

function positive(amountFen: Fen): Fen {
  invariant(amountFen > 0, 'a payment is more than zero');
  return amountFen;
}
