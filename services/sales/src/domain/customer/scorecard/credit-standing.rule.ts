import { banded } from './criterion.js';
import type { Criterion } from './criterion.js';

// Credit standing (信用状况) as far as sales may know it: late payments that the customer states himself, debts against assets, and how late
// he was with loans of ours: what we saw ourselves outweighs what he says.

const LATE = [
  [0, 60],
  [1, 35],
  [3, 10],
] as const;
const DEBT_PERCENT = [
  [30, 40],
  [60, 25],
  [90, 10],
] as const;

/** Most points for punctuality by the days that a loan of ours was late. */
const OWN_LATE = [
  [0, 60],
  [29, 35],
  [89, 10],
] as const;

/** Up to 60 points for punctuality, up to 40 for little debt. */
export const creditStandingRule: Criterion = {
  id: 'credit-standing',
  version: 2,
  score({ profile: { financial }, lateLoans }) {
    const { statedLatePayments: late, assetsFen, liabilitiesFen } = financial;
    const worst = Math.max(0, ...lateLoans.map((loan) => loan.worstDaysPastDue));
    const latePoints = Math.min(late === null ? 0 : banded(late, LATE), banded(worst, OWN_LATE));
    const debtPercent = debtShare(assetsFen, liabilitiesFen);
    const debtPoints = debtPercent === null ? 0 : banded(debtPercent, DEBT_PERCENT);
    const lateText = late === null ? 'late payments not stated' : `${late} late payments stated`;
    return {
      points: latePoints + debtPoints,
      reason: `${lateText}${worst > 0 ? `; a loan of ours was ${worst} days late` : ''}; debts ${debtPercent === null ? 'unknown' : `${debtPercent} %`} of assets`,
    };
  },
};

/** Debts in whole percent of assets; without assets any debt is all of it. */
function debtShare(assetsFen: number | null, liabilitiesFen: number | null): number | null {
  if (assetsFen === null || liabilitiesFen === null) return null;
  if (assetsFen === 0) return liabilitiesFen === 0 ? 0 : 100;
  return Math.round((liabilitiesFen / assetsFen) * 100);
}
