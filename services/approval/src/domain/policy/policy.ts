// The committee's policy says who may decide how much: a small loan is decided by the chair alone, a larger one by a small committee, the
// largest by the full committee, each with its quorum and majority. A policy is a numbered, dated version; a decision cites the version it was
// made under, and an amount above the highest band is beyond the company's authority and goes back [4.12, 7.3].
import { canonicalHash, DomainError, formatYuan } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { checkFraction } from './fraction.js';
import type { Fraction } from './fraction.js';

/** Who decides, from the least to the greatest authority. */
export const AUTHORITIES = ['INDIVIDUAL', 'SMALL', 'FULL'] as const;
export type Authority = (typeof AUTHORITIES)[number];

export interface AuthorityBand {
  readonly authority: Authority;
  /** Largest amount that this band decides. */
  readonly upToFen: Fen;
  /** INDIVIDUAL: 1. SMALL: the seats. FULL: the least number of unrecused members. */
  readonly membersNeeded: number;
  /** Share of the seats (SMALL) or of the unrecused members (FULL) that must vote. */
  readonly quorum: Fraction;
  /** Share of the votes cast that must be yes. */
  readonly majority: Fraction;
  /** The chair may turn a yes into a no, never the other way. */
  readonly chairVeto: boolean;
}

/** The committee may allow less of a product than finance sells. */
export interface ProductLimit {
  readonly productId: string;
  readonly maxAmountFen: Fen;
}

export interface PolicyContent {
  readonly effectiveFrom: LocalDate;
  readonly bands: readonly AuthorityBand[];
  readonly productLimits: readonly ProductLimit[];
}

export interface CommitteePolicy extends PolicyContent {
  readonly id: string;
  readonly policyVersion: number;
}

const HALF: Fraction = { numerator: 1, denominator: 2 };
const BELOW_HALF: Fraction = { numerator: 1, denominator: 3 };

/** SHA-256 over everything that a published version says, in canonical JSON: what a decision cites. */
export function hashOfPolicy(policy: PolicyContent & Pick<CommitteePolicy, 'policyVersion'>): string {
  const { policyVersion, effectiveFrom, bands, productLimits } = policy;
  return canonicalHash({ policyVersion, effectiveFrom, bands, productLimits });
}

/** Throws POLICY_RETROACTIVE, POLICY_BANDS_INVALID or FRACTION_INVALID. */
export function checkPolicy(policy: PolicyContent, today: LocalDate): void {
  if (policy.effectiveFrom < today) throw new DomainError('POLICY_RETROACTIVE', { effectiveFrom: policy.effectiveFrom }, 'effectiveFrom');
  if (policy.bands.length === 0) throw badBands('there is none');
  policy.bands.forEach(checkBand);
  policy.bands.slice(1).forEach((band, index) => checkOrder(policy.bands[index] as AuthorityBand, band));
}

function checkBand(band: AuthorityBand): void {
  checkFraction(band.quorum, 'quorum', BELOW_HALF);
  checkFraction(band.majority, 'majority', HALF);
  if (band.upToFen <= 0) throw badBands('an amount must be above zero');
  if (!Number.isSafeInteger(band.membersNeeded) || band.membersNeeded < 1) throw badBands('members are counted in whole numbers');
  const least = { INDIVIDUAL: 1, SMALL: 2, FULL: 3 }[band.authority];
  if (band.membersNeeded < least) throw badBands(`${band.authority} needs at least ${least} members`);
  if (band.authority === 'INDIVIDUAL' && band.membersNeeded !== 1) throw badBands('INDIVIDUAL is one person');
}

function checkOrder(lower: AuthorityBand, higher: AuthorityBand): void {
  if (higher.upToFen <= lower.upToFen) throw badBands('amounts must rise from band to band');
  if (AUTHORITIES.indexOf(higher.authority) <= AUTHORITIES.indexOf(lower.authority))
    throw badBands('authority must rise from band to band');
  if (higher.membersNeeded < lower.membersNeeded) throw badBands('a higher band may not need fewer members');
}

/** The newest version whose date has come. Throws POLICY_MISSING. */
export function policyInForce<P extends Pick<CommitteePolicy, 'effectiveFrom' | 'policyVersion'>>(
  policies: readonly P[],
  on: LocalDate,
): P {
  const [best] = policies.filter((policy) => policy.effectiveFrom <= on).sort(newestFirst);
  if (!best) throw new DomainError('POLICY_MISSING', { on });
  return best;
}

function newestFirst(a: Pick<CommitteePolicy, 'effectiveFrom' | 'policyVersion'>, b: typeof a): number {
  if (a.effectiveFrom !== b.effectiveFrom) return a.effectiveFrom < b.effectiveFrom ? 1 : -1;
  return b.policyVersion - a.policyVersion;
}

/** The bands that may decide the amount, the responsible one first. Throws OVER_AUTHORITY. */
export function bandsFor(policy: Pick<PolicyContent, 'bands'>, amountFen: Fen): readonly [AuthorityBand, ...AuthorityBand[]] {
  const [first, ...rest] = policy.bands.filter((band) => amountFen <= band.upToFen);
  if (first) return [first, ...rest];
  throw new DomainError('OVER_AUTHORITY', { amount: formatYuan(amountFen), limit: formatYuan(policy.bands.at(-1)?.upToFen ?? 0) });
}

function badBands(problem: string): DomainError {
  return new DomainError('POLICY_BANDS_INVALID', { problem }, 'bands');
}
