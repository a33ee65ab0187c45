import { DomainError, divideRounded, fen, formatYuan, invariant, rateToScaled, RATE_SCALE } from '@weilend/kernel';
import type { Fen, Rate } from '@weilend/kernel';
import { owedFen } from './exposure.js';
import type { Balance, Exposure } from './exposure.js';
import type { LoanUse } from './loan-use.js';

// Concentration (贷款集中度, 金规〔2024〕26号): the balance of all loans to one borrower, with what is about to be paid out, may not pass a share of the net
// assets at the end of last year; the borrower with his related parties has a wider share of the same; and a network micro-loan company (网络小额贷款公司)
// has fixed caps per customer for consumption and for business. At a limit is within it.

export interface LendingPolicy {
  /** concentration.net-assets of the last year end, in fen. */
  readonly netAssetsFen: Fen;
  /** concentration.single-borrower. */
  readonly singleShare: Rate;
  /** concentration.group. */
  readonly groupShare: Rate;
  /** licence.kind: the caps hold for ONLINE. */
  readonly licence: string;
  /** online.consumer-cap. */
  readonly consumerCapFen: Fen;
  /** online.business-cap. */
  readonly businessCapFen: Fen;
}

export const LIMIT_KINDS = ['SINGLE_BORROWER', 'GROUP', 'ONLINE_CONSUMER', 'ONLINE_BUSINESS'] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

/** How a balance stands against a limit that holds for it. */
export interface LimitStanding {
  readonly kind: LimitKind;
  readonly limitFen: Fen;
  /** Outstanding and reserved. */
  readonly balanceFen: Fen;
}

const REFUSALS = {
  SINGLE_BORROWER: 'CONCENTRATION_EXCEEDED',
  GROUP: 'GROUP_CONCENTRATION_EXCEEDED',
  ONLINE_CONSUMER: 'CONSUMER_CAP_EXCEEDED',
  ONLINE_BUSINESS: 'BUSINESS_CAP_EXCEEDED',
} as const satisfies Record<LimitKind, string>;

/** Every limit that holds for a borrower; the group is the one he is in. */
export function standingsOf(borrower: Exposure, group: Balance | null, policy: LendingPolicy): readonly LimitStanding[] {
  const balanceFen = owedFen(borrower);
  const ofAssets = (share: Rate): Fen => fen(Number(divideRounded(BigInt(policy.netAssetsFen) * rateToScaled(share), RATE_SCALE, 'DOWN')));
  const single: LimitStanding = { kind: 'SINGLE_BORROWER', limitFen: ofAssets(policy.singleShare), balanceFen };
  const ofGroup: LimitStanding[] = group ? [{ kind: 'GROUP', limitFen: ofAssets(policy.groupShare), balanceFen: owedFen(group) }] : [];
  if (policy.licence !== 'ONLINE') return [single, ...ofGroup];
  const { consumerFen } = borrower;
  const consumer: LimitStanding = { kind: 'ONLINE_CONSUMER', limitFen: policy.consumerCapFen, balanceFen: consumerFen };
  const business: LimitStanding = { kind: 'ONLINE_BUSINESS', limitFen: policy.businessCapFen, balanceFen: fen(balanceFen - consumerFen) };
  return [single, ...ofGroup, consumer, business];
}

/** What may still be lent under a limit; nothing when it is breached. */
export const roomFen = ({ limitFen, balanceFen }: LimitStanding): Fen => fen(Math.max(0, limitFen - balanceFen));

/** True when more is owed than allowed: a limit that shrank, or related parties that were found to be such. */
export const isBreached = ({ limitFen, balanceFen }: LimitStanding): boolean => balanceFen > limitFen;

/** Throws DomainError of the first limit that the amount would pass: CONCENTRATION_EXCEEDED, GROUP_CONCENTRATION_EXCEEDED, CONSUMER_CAP_EXCEEDED, BUSINESS_CAP_EXCEEDED. */
export function checkLimits(standings: readonly LimitStanding[], payment: { readonly amountFen: Fen; readonly use: LoanUse }): void {
  invariant(payment.amountFen > 0, 'a payment is more than zero');
  for (const standing of standings.filter(({ kind }) => holdsFor(kind, payment.use))) {
    const balanceFen = fen(standing.balanceFen + payment.amountFen);
    if (balanceFen > standing.limitFen)
      throw new DomainError(REFUSALS[standing.kind], { balance: formatYuan(balanceFen), limit: formatYuan(standing.limitFen) });
  }
}

function holdsFor(kind: LimitKind, use: LoanUse): boolean {
  if (kind === 'ONLINE_CONSUMER') return use === 'CONSUMER';
  return kind !== 'ONLINE_BUSINESS' || use === 'BUSINESS';
}
