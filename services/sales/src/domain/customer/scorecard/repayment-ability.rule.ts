import { banded } from './criterion.js';
import type { Criterion } from './criterion.js';

// Repayment ability (还款能力): what is left of a month's income after the month's expenses and debts, against a month's share of the wanted loan.

const SHARE_PERCENT = [
  [20, 100],
  [35, 80],
  [50, 60],
  [70, 30],
] as const;

export const repaymentAbilityRule: Criterion = {
  id: 'repayment-ability',
  version: 2,
  score({ profile: { financial, debts, needs } }) {
    if (financial.monthlyIncomeFen === null || financial.monthlyExpenseFen === null)
      return { points: 0, reason: 'income or expenses are not known' };
    const freeFen = financial.monthlyIncomeFen - financial.monthlyExpenseFen - (debts.monthlyDebtServiceFen ?? 0);
    if (freeFen <= 0) return { points: 0, reason: 'nothing is left of the monthly income' };
    if (!needs.amountFen || !needs.termMonths) return { points: 40, reason: 'money is left each month; the wanted loan is not known' };
    const percent = Math.round((needs.amountFen / needs.termMonths / freeFen) * 100);
    return { points: banded(percent, SHARE_PERCENT), reason: `a month's principal takes ${percent} % of what is left` };
  },
};
