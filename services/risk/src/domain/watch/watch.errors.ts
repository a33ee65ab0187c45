import type { RefusalCatalogue } from '@weilend/kernel';

// Why a customer under special watch is not entered, planned for, reviewed or let go.
export const watchErrors = {
  WATCH_SUBJECT_INVALID: {
    rule: '7.5',
    en: 'a watch is of a customer, or of a loan or an application of a customer known to risk',
    zh: '重点关注须针对客户，或风险部已知客户的贷款、申请',
  },
  WATCH_TRACKER_NOT_ELIGIBLE: { rule: '7.5', en: '{employeeId} is not an active employee', zh: '{employeeId} 不是在职员工' },
  WATCH_PLAN_ACTIONS_MISSING: {
    rule: '7.6',
    en: 'a risk-control plan names at least one thing that is done',
    zh: '专项风险防控方案须至少列一项措施',
  },
  WATCH_REVIEW_INTERVAL_INVALID: {
    rule: '7.6',
    en: 'a plan is reviewed at least every {most} days',
    zh: '方案复核间隔须在 1 至 {most} 天之间',
  },
  WATCH_PLAN_MISSING: { rule: '7.6', en: 'there is no plan to review: make one first', zh: '尚无防控方案，请先制定' },
  WATCH_OWN_END: { rule: '7.3', en: 'who proposed the end of a watch does not decide on it', zh: '提出解除的人不得自行决定' },
  WATCH_ALERT_OPEN: {
    rule: '7.5',
    en: 'a HIGH alert of this customer is open ({alertId}): close it first',
    zh: '该客户尚有未关闭的高等级预警（{alertId}），须先关闭',
  },
} as const satisfies RefusalCatalogue;
