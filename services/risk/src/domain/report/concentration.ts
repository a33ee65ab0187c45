import { divideRounded, fen, parseRate, RATE_SCALE, rateToScaled, sumFen } from '@weilend/kernel';
import type { RelatedAs } from '../checks/comparison.js';

// Exposure and concentration (敞口与集中度): what the borrower owes the company already, what guarantors and related parties owe, and how much of
// the limits on one borrower and on one group the new loan would take. Finance decides on the limits when it pays (gate G7); the report
// says early what is coming.

export interface PartyExposure {
  readonly customerId: string;
  readonly relatedAs: RelatedAs;
  readonly loanCount: number;
  readonly outstandingFen: number;
}

/** Limits of the day: the shares of last year-end net assets, and those. */
export interface ConcentrationLimits {
  readonly netAssetsFen: number;
  readonly singleBorrower: string;
  readonly group: string;
}

export interface Concentration {
  readonly limits: ConcentrationLimits;
  readonly outstandingFen: number;
  /** The loan as recommended. */
  readonly newLoanFen: number;
  readonly parties: readonly PartyExposure[];
  readonly groupOutstandingFen: number;
  /** With the new loan, of the limit on one borrower; 10 000 is all of it, rounded up. Null without a limit. */
  readonly singleLimitBps: number | null;
  readonly groupLimitBps: number | null;
}

const BPS = 10_000n;

export function concentrationOf(
  own: { outstandingFen: number; newLoanFen: number },
  parties: readonly PartyExposure[],
  limits: ConcentrationLimits,
): Concentration {
  const { outstandingFen, newLoanFen } = own;
  const groupOutstandingFen = fen(outstandingFen + sumFen(parties.map((one) => one.outstandingFen)));
  return {
    ...{ limits, outstandingFen, newLoanFen, parties, groupOutstandingFen },
    singleLimitBps: shareOfLimit(outstandingFen + newLoanFen, limits.netAssetsFen, limits.singleBorrower),
    groupLimitBps: shareOfLimit(groupOutstandingFen + newLoanFen, limits.netAssetsFen, limits.group),
  };
}

function shareOfLimit(owedFen: number, netAssetsFen: number, share: string): number | null {
  const limit = BigInt(netAssetsFen) * rateToScaled(parseRate(share));
  return limit > 0n ? Number(divideRounded(BigInt(owedFen) * RATE_SCALE * BPS, limit, 'UP')) : null;
}
