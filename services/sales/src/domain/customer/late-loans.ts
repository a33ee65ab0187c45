import type { LateLoan } from './scorecard/criterion.js';

// How late a customer was with loans of ours (本公司贷款逾期记录), as finance tells it at every change: the present days and the worst ones. A loan
// that was never late stands on no list; messages that come twice or in another order leave the same worst days.

/** The list with what was told; the same list when nothing is new. */
export function withLateLoan(loans: readonly LateLoan[], told: Pick<LateLoan, 'loanId' | 'daysPastDue'>): readonly LateLoan[] {
  const { loanId, daysPastDue } = told;
  const known = loans.find((loan) => loan.loanId === loanId);
  if (!known && daysPastDue === 0) return loans;
  const worstDaysPastDue = Math.max(known?.worstDaysPastDue ?? 0, daysPastDue);
  if (known?.daysPastDue === daysPastDue && known.worstDaysPastDue === worstDaysPastDue) return loans;
  return [...loans.filter((loan) => loan !== known), { loanId, worstDaysPastDue, daysPastDue }];
}
