import type { Fen, LocalDate } from '@weilend/kernel';
import { bpsOf } from './compute-bonus.js';
import type { BonusFormula } from './formula.js';
import type { LoanPart } from './split-bonus.js';

/**
 * Clawback (奖金追回): a loan for which a bonus was given turns bad in time. Its part of the bonus is taken back once: first from what is still deferred of
 * that bonus, the rest from the next bonus of the person, never by asking him to pay. That the loan recovers later changes nothing [5.6].
 */
export interface BonusPart extends LoanPart {
  readonly id: string;
  readonly version: number;
  readonly statementId: string;
  /** Which preparation of the statement it belongs to. */
  readonly preparation: number;
  readonly employeeId: string;
  readonly quarter: string;
  /** Taken back of this loan's part, and how much of that came out of the deferred bonus. */
  readonly takenFen: Fen;
  readonly takenOfDeferredFen: Fen;
  readonly takenOn: LocalDate | null;
  /** Not released, because the loan was bad on the day of release. */
  readonly withheldFen: Fen;
}

export interface BonusClawback {
  readonly id: string;
  readonly version: number;
  readonly statementId: string;
  readonly employeeId: string;
  /** In which the loan was sold. */
  readonly quarter: string;
  readonly loanId: string;
  readonly badSince: LocalDate;
  readonly bookedOn: LocalDate;
  readonly amountFen: Fen;
  readonly fromDeferredFen: Fen;
  /** To be taken from the next bonus. */
  readonly carriedFen: Fen;
}

export interface Taken {
  readonly amountFen: Fen;
  readonly fromDeferredFen: Fen;
  readonly carriedFen: Fen;
}

/**
 * How much is taken back for a part; `heldFen` is what is still deferred of the whole bonus. Never more than the part without what was withheld. For a
 * loan that is no more all that is left of its part, whatever the formula takes of a bad one and whether that was taken already.
 */
export function takeBack(part: BonusPart, { clawback }: Pick<BonusFormula, 'clawback'>, heldFen: Fen, isWhole = false): Taken {
  const left = part.takenOn === null || isWhole ? Math.max(0, part.partFen - part.takenFen - part.withheldFen) : 0;
  const amountFen = isWhole ? left : Math.min(bpsOf(part.partFen, clawback.shareBps), left);
  const fromDeferredFen = Math.min(amountFen, Math.max(0, heldFen));
  return { amountFen, fromDeferredFen, carriedFen: amountFen - fromDeferredFen };
}

/** One clawback a loan: what is taken later is added to it. */
export const takenMore = (clawback: BonusClawback, taken: Taken): BonusClawback => ({
  ...clawback,
  amountFen: clawback.amountFen + taken.amountFen,
  fromDeferredFen: clawback.fromDeferredFen + taken.fromDeferredFen,
  carriedFen: clawback.carriedFen + taken.carriedFen,
});

export function noteTaken(part: BonusPart, taken: Taken, on: LocalDate): BonusPart {
  return {
    ...part,
    takenFen: part.takenFen + taken.amountFen,
    takenOfDeferredFen: part.takenOfDeferredFen + taken.fromDeferredFen,
    takenOn: on,
  };
}

/** What a person is still to give back (追回余额): it lowers his next payments. */
export interface BonusBalance {
  /** The person's id. */
  readonly id: string;
  readonly version: number;
  readonly owedFen: Fen;
}

/** Takes what is owed out of a payment, never more than the payment. */
export function setOff(balance: BonusBalance | null, paymentFen: Fen): { readonly setOffFen: Fen; readonly balance: BonusBalance | null } {
  const setOffFen = Math.min(balance?.owedFen ?? 0, paymentFen);
  return { setOffFen, balance: balance && { ...balance, owedFen: balance.owedFen - setOffFen } };
}
