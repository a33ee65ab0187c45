import { banded } from './criterion.js';
import type { Criterion } from './criterion.js';

// Credit standing (信用状况) as far as sales may know it: late payments that the customer states himself, and debts against assets.

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

/** Up to 60 points for punctuality, up to 40 for little debt. */
export const creditStandingRule: Criterion = {
  id: 'credit-standing',
  version: 1,
  score({ profile: { financial } }) {
    const { statedLatePayments: late, assetsFen, liabilitiesFen } = financial;
    const latePoints = late === null ? 0 : banded(late, LATE);
    const debtPercent = debtShare(assetsFen, liabilitiesFen);
    const debtPoints = debtPercent === null ? 0 : banded(debtPercent, DEBT_PERCENT);
    const lateText = late === null ? 'late payments not stated' : `${late} late payments stated`;
    return {
      points: latePoints + debtPoints,
      reason: `${lateText}; debts ${debtPercent === null ? 'unknown' : `${debtPercent} %`} of assets`,
    };
  },
};

/** Debts in whole percent of assets; without assets any debt is all of it. */
function debtShare(assetsFen: number | null, liabilitiesFen: number | null): number | null {
  if (assetsFen === null || liabilitiesFen === null) return null;
  if (assetsFen === 0) return liabilitiesFen === 0 ? 0 : 100;
  return Math.round((liabilitiesFen / assetsFen) * 100);
}
