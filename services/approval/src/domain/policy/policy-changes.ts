// What changed from one version of the policy to another, line by line, so that who approves a draft reads the differences instead of two whole
// texts, and so that years later it can be told why a like case was decided by other people [4.12, 7.3].
import { formatYuan } from '@weilend/kernel';
import type { Fraction } from './fraction.js';
import { AUTHORITIES } from './policy.js';
import type { AuthorityBand, PolicyContent } from './policy.js';

export interface PolicyChange {
  /** Place in the policy, e.g. `bands.SMALL.quorum`. */
  readonly what: string;
  /** Null: it was not there. */
  readonly before: string | null;
  readonly after: string | null;
}

type Lines = ReadonlyMap<string, string>;

/** Differences in the order of the policy; empty when both say the same. */
export function policyChanges(before: PolicyContent, after: PolicyContent): PolicyChange[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((what) => {
    const change = { what, before: old.get(what) ?? null, after: now.get(what) ?? null };
    return change.before === change.after ? [] : [change];
  });
}

function linesOf(policy: PolicyContent): Lines {
  const bands = [...policy.bands].sort((a, b) => AUTHORITIES.indexOf(a.authority) - AUTHORITIES.indexOf(b.authority));
  return new Map<string, string>([
    ['effectiveFrom', policy.effectiveFrom],
    ...bands.flatMap(linesOfBand),
    ...policy.productLimits.map((limit): [string, string] => [`productLimits.${limit.productId}`, formatYuan(limit.maxAmountFen)]),
    ...policy.customerRules.flatMap((rule): [string, string][] => [
      [`customerRules.${rule.customerType}.maxAmount`, rule.maxAmountFen === null ? '-' : formatYuan(rule.maxAmountFen)],
      [`customerRules.${rule.customerType}.leastAuthority`, rule.leastAuthority ?? '-'],
    ]),
    ['maxConsecutiveTerms', String(policy.maxConsecutiveTerms ?? '-')],
    ['conditionChange', policy.conditionChange],
  ]);
}

function linesOfBand(band: AuthorityBand): [string, string][] {
  const at = `bands.${band.authority}`;
  return [
    [`${at}.upTo`, formatYuan(band.upToFen)],
    [`${at}.membersNeeded`, String(band.membersNeeded)],
    [`${at}.quorum`, share(band.quorum)],
    [`${at}.majority`, share(band.majority)],
    [`${at}.chairVeto`, String(band.chairVeto)],
    [`${at}.tie`, band.tie],
    [`${at}.validityDays`, String(band.validityDays ?? '-')],
  ];
}

function share({ numerator, denominator }: Fraction): string {
  return `${numerator}/${denominator}`;
}
