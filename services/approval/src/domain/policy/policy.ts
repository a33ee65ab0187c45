// The committee's policy says who may decide how much: a small loan is decided by the chair alone, a larger one by a small committee, the
// largest by the full committee, each with its quorum and majority. A policy is a numbered, dated version; a decision cites the version it was
// made under, and an amount above the highest band is beyond the company's authority and goes back [4.12, 7.3]. For a kind of customer or a product
// the policy may allow less, or ask for a higher authority. One person drafts a version, another approves it: only then does it take effect.
import { canonicalHash, defineMachine, DomainError, formatYuan } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { checkFraction } from './fraction.js';
import type { Fraction } from './fraction.js';

/** Who decides, from the least to the greatest authority. */
export const AUTHORITIES = ['INDIVIDUAL', 'SMALL', 'FULL'] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** What a vote with as many yes as no comes to: a no, or the report goes back to risk for further investigation. */
export const TIE_RULES = ['REJECT', 'RETURN'] as const;
export type TieRule = (typeof TIE_RULES)[number];

/** Who may waive a condition or put off its day: the chair alone, or the committee by a vote. */
export const CONDITION_CHANGES = ['CHAIR', 'VOTE'] as const;
export type ConditionChangeRule = (typeof CONDITION_CHANGES)[number];

export const POLICY_STATES = ['draft', 'approved', 'dropped'] as const;
export type PolicyState = (typeof POLICY_STATES)[number];

export const policyMachine = defineMachine<PolicyState, 'approve' | 'drop'>({
  name: 'CommitteePolicy',
  initial: 'draft',
  states: { draft: { approve: 'approved', drop: 'dropped' }, approved: {}, dropped: {} },
});

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
  readonly tie: TieRule;
  /** Days that an approval of this band is good for; null: the company's parameter. */
  readonly validityDays: number | null;
}

/** The committee may allow less of a product than finance sells. */
export interface ProductLimit {
  readonly productId: string;
  readonly maxAmountFen: Fen;
}

/** For a kind of customer the committee may allow less, or ask for a higher authority than the amount does. */
export interface CustomerRule {
  readonly customerType: string;
  readonly maxAmountFen: Fen | null;
  readonly leastAuthority: Authority | null;
}

export interface PolicyContent {
  readonly effectiveFrom: LocalDate;
  readonly bands: readonly AuthorityBand[];
  readonly productLimits: readonly ProductLimit[];
  readonly customerRules: readonly CustomerRule[];
  /** Terms of office that a person may serve one after the other; null: as many as he is appointed for. */
  readonly maxConsecutiveTerms: number | null;
  readonly conditionChange: ConditionChangeRule;
}

export interface CommitteePolicy extends PolicyContent {
  readonly id: string;
  readonly policyVersion: number;
  readonly state: PolicyState;
  /** SHA-256 of the content: what a decision cites beside the number. */
  readonly contentHash: string;
  /** Who drafted it. */
  readonly publishedBy: string;
  readonly approvedBy: string | null;
}

export function policyHash(policy: PolicyContent): string {
  const { effectiveFrom, bands, productLimits, customerRules, maxConsecutiveTerms, conditionChange } = policy;
  return canonicalHash({ effectiveFrom, bands, productLimits, customerRules, maxConsecutiveTerms, conditionChange });
}

/** Another person than the drafter lets the version take effect. Throws ILLEGAL_TRANSITION, POLICY_OWN_DRAFT or POLICY_RETROACTIVE. */
export function approvePolicy<P extends CommitteePolicy>(policy: P, approvedBy: string, today: LocalDate): P {
  const state = policyMachine.next(policy.state, 'approve');
  if (policy.publishedBy === approvedBy) throw new DomainError('POLICY_OWN_DRAFT');
  if (policy.effectiveFrom < today) throw new DomainError('POLICY_RETROACTIVE', { effectiveFrom: policy.effectiveFrom }, 'effectiveFrom');
  return { ...policy, state, approvedBy };
}

/** A draft that shall not take effect. Throws ILLEGAL_TRANSITION. */
export function dropPolicy<P extends CommitteePolicy>(policy: P): P {
  return { ...policy, state: policyMachine.next(policy.state, 'drop') };
}

const HALF: Fraction = { numerator: 1, denominator: 2 };
const BELOW_HALF: Fraction = { numerator: 1, denominator: 3 };

/** Throws POLICY_RETROACTIVE, POLICY_BANDS_INVALID or FRACTION_INVALID. */
export function checkPolicy(policy: PolicyContent, today: LocalDate): void {
  if (policy.effectiveFrom < today) throw new DomainError('POLICY_RETROACTIVE', { effectiveFrom: policy.effectiveFrom }, 'effectiveFrom');
  if (policy.bands.length === 0) throw badBands('there is none');
  policy.bands.forEach(checkBand);
  policy.bands.slice(1).forEach((band, index) => checkOrder(policy.bands[index] as AuthorityBand, band));
  policy.customerRules.forEach((rule, index) => checkCustomerRule(rule, policy.customerRules.slice(0, index)));
  const terms = policy.maxConsecutiveTerms;
  if (terms !== null && !isCount(terms)) throw new DomainError('POLICY_RULE_INVALID', { what: 'consecutive terms' }, 'maxConsecutiveTerms');
}

function checkCustomerRule(rule: CustomerRule, before: readonly CustomerRule[]): void {
  const wrong = rule.maxAmountFen !== null && !isCount(rule.maxAmountFen);
  const twice = before.some((one) => one.customerType === rule.customerType);
  if (wrong || twice) throw new DomainError('POLICY_RULE_INVALID', { what: `customer type ${rule.customerType}` }, 'customerRules');
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}

function checkBand(band: AuthorityBand): void {
  checkFraction(band.quorum, 'quorum', BELOW_HALF);
  checkFraction(band.majority, 'majority', HALF);
  if (band.upToFen <= 0) throw badBands('an amount must be above zero');
  if (!Number.isSafeInteger(band.membersNeeded) || band.membersNeeded < 1) throw badBands('members are counted in whole numbers');
  const least = { INDIVIDUAL: 1, SMALL: 2, FULL: 3 }[band.authority];
  if (band.membersNeeded < least) throw badBands(`${band.authority} needs at least ${least} members`);
  if (band.authority === 'INDIVIDUAL' && band.membersNeeded !== 1) throw badBands('INDIVIDUAL is one person');
  if (band.validityDays !== null && !isCount(band.validityDays)) throw badBands('validity is counted in whole days');
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

/** What is asked for, as far as the authority hangs on it. */
export interface AuthorityQuestion {
  readonly amountFen: Fen;
  readonly customerType?: string;
}

/** The bands that may decide, the responsible one first. Throws OVER_CUSTOMER_LIMIT or OVER_AUTHORITY. */
export function bandsFor(
  policy: Pick<PolicyContent, 'bands' | 'customerRules'>,
  { amountFen, customerType }: AuthorityQuestion,
): readonly [AuthorityBand, ...AuthorityBand[]] {
  const rule = policy.customerRules.find((one) => one.customerType === customerType);
  if (rule && rule.maxAmountFen !== null && amountFen > rule.maxAmountFen) {
    const data = { amount: formatYuan(amountFen), limit: formatYuan(rule.maxAmountFen), customerType: rule.customerType };
    throw new DomainError('OVER_CUSTOMER_LIMIT', data);
  }
  const least = AUTHORITIES.indexOf(rule?.leastAuthority ?? 'INDIVIDUAL');
  const [first, ...rest] = policy.bands.filter((band) => amountFen <= band.upToFen && AUTHORITIES.indexOf(band.authority) >= least);
  if (first) return [first, ...rest];
  throw new DomainError('OVER_AUTHORITY', { amount: formatYuan(amountFen), limit: formatYuan(policy.bands.at(-1)?.upToFen ?? 0) });
}

function badBands(problem: string): DomainError {
  return new DomainError('POLICY_BANDS_INVALID', { problem }, 'bands');
}
