import { DomainError, divideRounded, fen, formatYuan, invariant, rateToScaled, RATE_SCALE } from '@weilend/kernel';
import type { Fen, Rate } from '@weilend/kernel';

// Concentration (贷款集中度, 金规〔2024〕26号): the balance of all loans to one borrower, with what is about to be paid out, may not pass
// a share of the net assets at the end of last year. What is reserved for a payment under way counts as lent, so that two payments
// at the same time cannot both slip under the limit.

/** Balance of one borrower. */
export interface Exposure {
  readonly customerId: string;
  /** Principal paid out and not repaid. */
  readonly outstandingFen: Fen;
  /** Principal of payments that are under way. */
  readonly reservedFen: Fen;
  /** Loans ever paid out to the borrower. */
  readonly loans: number;
}

export interface ConcentrationLimit {
  /** concentration.single-borrower. */
  readonly share: Rate;
  /** concentration.net-assets of the last year end, in fen. */
  readonly netAssetsFen: Fen;
}

/** Reserves a payment; throws DomainError CONCENTRATION_EXCEEDED. At the limit is within it. */
export function reserve(exposure: Exposure, amountFen: Fen, limit: ConcentrationLimit): Exposure {
  checkConcentration(exposure, amountFen, limit);
  return { ...exposure, reservedFen: fen(exposure.reservedFen + amountFen) };
}

/** The same judgement without reserving: when an order is opened. */
export function checkConcentration(exposure: Exposure, amountFen: Fen, limit: ConcentrationLimit): void {
  invariant(amountFen > 0, 'a payment is more than zero');
  const balanceFen = fen(exposure.outstandingFen + exposure.reservedFen + amountFen);
  const limitFen = fen(Number(divideRounded(BigInt(limit.netAssetsFen) * rateToScaled(limit.share), RATE_SCALE, 'DOWN')));
  if (balanceFen > limitFen)
    throw new DomainError('CONCENTRATION_EXCEEDED', { balance: formatYuan(balanceFen), limit: formatYuan(limitFen) });
}

/** The payment arrived: reserved becomes outstanding. */
export function lend(exposure: Exposure, amountFen: Fen): Exposure {
  const freed = release(exposure, amountFen);
  return { ...freed, outstandingFen: fen(freed.outstandingFen + amountFen), loans: freed.loans + 1 };
}

/** The payment did not go out. */
export function release(exposure: Exposure, amountFen: Fen): Exposure {
  invariant(exposure.reservedFen >= amountFen, 'only what was reserved is released');
  return { ...exposure, reservedFen: fen(exposure.reservedFen - amountFen) };
}

/** Principal came back; a negative amount is owed again, because a repayment was taken back. */
export function repay(exposure: Exposure, principalFen: Fen): Exposure {
  invariant(exposure.outstandingFen >= principalFen, 'nobody repays more principal than he owes');
  return { ...exposure, outstandingFen: fen(exposure.outstandingFen - principalFen) };
}
