import type { Fen, LocalDate } from '@weilend/kernel';

/**
 * The payment of a bonus as finance reports it: handed over once, paid with a reference, or returned with a reason, after which it may be handed over
 * again when the reason is settled [5.6]. Finance pays by two persons; hr never touches money.
 */
export interface BonusPayout {
  /** Of the work that finance was given last; null before it is handed over. */
  readonly handoffId: string | null;
  readonly paidOn: LocalDate | null;
  readonly reference: string | null;
  readonly returnCode: string | null;
  readonly returnReasons: readonly string[];
}

export const UNPAID: BonusPayout = { handoffId: null, paidOn: null, reference: null, returnCode: null, returnReasons: [] };

export interface PaidFacts {
  readonly paidOn: LocalDate;
  readonly reference: string;
}

export interface ReturnedFacts {
  readonly code: string;
  readonly reasons: readonly string[];
}

export const handedOver = (handoffId: string): BonusPayout => ({ ...UNPAID, handoffId });
export const paidAs = (payout: BonusPayout, { paidOn, reference }: PaidFacts): BonusPayout => ({ ...payout, paidOn, reference });
export const returnedAs = (payout: BonusPayout, { code, reasons }: ReturnedFacts): BonusPayout => ({
  ...payout,
  returnCode: code,
  returnReasons: reasons,
});

export const NEXT_STEPS = ['REGISTER_ACCOUNT', 'ASK_FINANCE', 'ALREADY_ORDERED'] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** What to do about a returned payment, by its code; null while nothing was returned. */
export function nextStepOf({ returnCode, paidOn }: Pick<BonusPayout, 'returnCode' | 'paidOn'>): NextStep | null {
  if (returnCode === null || paidOn !== null) return null;
  if (returnCode === 'PAYMENT_REFUSED_BY_BANK') return 'REGISTER_ACCOUNT';
  return returnCode === 'BONUS_ALREADY_ORDERED' ? 'ALREADY_ORDERED' : 'ASK_FINANCE';
}

/** What is left to hand over. */
export const payable = (of: { readonly dueFen: Fen; readonly setOffFen: Fen }): Fen => of.dueFen - of.setOffFen;
