import { divideRounded } from '@weilend/kernel';
import { REACHED } from './lead-progress.js';
import type { FunnelStep } from './lead-progress.js';

// The funnel (销售漏斗) follows the leads that came in a period: how many were answered, asked, became customers, applied, were approved,
// signed and were paid out, and what a lead, a customer and a loan cost us. It asks about the leads of the period, whenever their later
// steps were made; a step that was left out, such as an enquiry, is not made up.

export const FUNNEL_DIMENSIONS = ['CHANNEL', 'ACTIVITY', 'CAMPAIGN', 'PARTNER', 'SALESPERSON', 'MONTH'] as const;
export type FunnelDimension = (typeof FUNNEL_DIMENSIONS)[number];

/** Leads of one key that made the same steps. */
export interface ReachGroup {
  readonly key: string | null;
  readonly reached: number;
  readonly leads: number;
  readonly loans: number;
  readonly disbursedFen: number;
}

/** A share with the numbers it is reckoned from. */
export interface Share {
  readonly of: number;
  readonly among: number;
  /** Six places, half up; null when there is nothing to divide by. */
  readonly rate: string | null;
}

export interface FunnelRow {
  /** Null for leads that name nothing of this kind, or have nobody. */
  readonly key: string | null;
  readonly leads: number;
  readonly responded: number;
  readonly enquiries: number;
  readonly customers: number;
  readonly applications: number;
  readonly approved: number;
  readonly signed: number;
  /** Leads with a loan that was paid out. */
  readonly disbursed: number;
  readonly loans: number;
  readonly disbursedFen: number;
  readonly responseRate: Share;
  readonly customerRate: Share;
  readonly applicationRate: Share;
  readonly approvalRate: Share;
  readonly signingRate: Share;
  readonly overallRate: Share;
  readonly costFen: number | null;
  readonly costPerLeadFen: number | null;
  readonly costPerCustomerFen: number | null;
  readonly costPerLoanFen: number | null;
}

const PLACES = 6;

export function shareOf(part: number, among: number): Share {
  if (among === 0) return { of: part, among, rate: null };
  const scaled = divideRounded(BigInt(part) * 10n ** BigInt(PLACES), BigInt(among), 'HALF_UP')
    .toString()
    .padStart(PLACES + 1, '0');
  return { of: part, among, rate: `${scaled.slice(0, -PLACES)}.${scaled.slice(-PLACES)}` };
}

/** Rows by key, the most leads first. A key that cost something and brought nobody is shown; `costs` is null where costs say nothing. */
export function funnelRows(groups: readonly ReachGroup[], costs: ReadonlyMap<string, number> | null): readonly FunnelRow[] {
  const keys = new Set<string | null>([...groups.map((group) => group.key), ...(costs?.keys() ?? [])]);
  const rows = [...keys].map((key) => {
    const costFen = costs && key !== null ? (costs.get(key) ?? 0) : null;
    return rowOf(
      key,
      groups.filter((group) => group.key === key),
      costFen,
    );
  });
  return rows.sort((a, b) => b.leads - a.leads || String(a.key).localeCompare(String(b.key)));
}

/** All rows together. */
export function funnelTotal(groups: readonly ReachGroup[], costFen: number | null): FunnelRow {
  return rowOf(null, groups, costFen);
}

function rowOf(key: string | null, groups: readonly ReachGroup[], costFen: number | null): FunnelRow {
  const sum = (pick: (group: ReachGroup) => number): number => groups.reduce((total, group) => total + pick(group), 0);
  const made = (step: FunnelStep): number => sum((group) => (group.reached & REACHED[step] ? group.leads : 0));
  const [leads, loans, customers, applications] = [sum((one) => one.leads), sum((one) => one.loans), made('converted'), made('applied')];
  const [responded, approved, signed, disbursed] = [made('responded'), made('approved'), made('signed'), made('paid')];
  return {
    ...{ key, leads, responded, enquiries: made('enquired'), customers, applications, approved, signed, disbursed, loans },
    disbursedFen: sum((one) => one.disbursedFen),
    responseRate: shareOf(responded, leads),
    customerRate: shareOf(customers, leads),
    applicationRate: shareOf(applications, customers),
    approvalRate: shareOf(approved, applications),
    signingRate: shareOf(signed, approved),
    overallRate: shareOf(disbursed, leads),
    ...{
      costFen,
      costPerLeadFen: each(costFen, leads),
      costPerCustomerFen: each(costFen, customers),
      costPerLoanFen: each(costFen, loans),
    },
  };
}

/** Fen for each of `count`, half up; null when there is no cost or nobody to share it. */
function each(costFen: number | null, count: number): number | null {
  return costFen === null || count === 0 ? null : Number(divideRounded(BigInt(costFen), BigInt(count), 'HALF_UP'));
}
