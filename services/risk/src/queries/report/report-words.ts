import type { ContradictionCode, Severity } from '../../domain/checks/contradiction-rules.js';
import type { RelatedAs } from '../../domain/checks/comparison.js';
import type { CheckMethod } from '../../domain/checks/waiver.js';
import type { RepaymentAbility } from '../../domain/report/repayment-stress.js';
import type { Rating, Recommendation } from '../../domain/scorecard/scorecard.js';

/** The words of a report in Chinese. */
export const RATING_NAMES: Readonly<Record<Rating, string>> = { LOW: '低风险', MEDIUM: '中风险', HIGH: '高风险' };
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { LOW: '轻微', MEDIUM: '一般', HIGH: '重大' };
export const RECOMMENDATION_NAMES: Readonly<Record<Recommendation, string>> = {
  ...{ APPROVE: '建议同意', APPROVE_WITH_CONDITIONS: '建议有条件同意', REJECT: '建议不同意', REFER: '转人工' },
};
export const ABILITY_NAMES: Readonly<Record<RepaymentAbility, string>> = {
  ...{ COMFORTABLE: '充足', TIGHT: '偏紧', OVERSTRETCHED: '不足', UNKNOWN: '未核实' },
};
export const CHECK_NAMES: Readonly<Record<CheckMethod, string>> = {
  ...{ SITE_VISIT: '实地走访', PHONE_VERIFICATION: '电话核实', BUREAU_INQUIRY: '征信查询', DATA_ANALYSIS: '数据分析' },
};
export const RELATED_NAMES: Readonly<Record<RelatedAs, string>> = {
  ...{
    GUARANTOR: '保证人',
    SPOUSE: '配偶',
    RELATIVE: '亲属',
    CONTROLLED_COMPANY: '控制的企业',
    CONTROLLING_PERSON: '实际控制人',
    GROUP_MEMBER: '同一集团',
    OTHER: '其他关联',
  },
};
export const CONTRADICTION_NAMES: Readonly<Record<ContradictionCode, string>> = {
  DELINQUENCY_NOT_STATED: '未申报严重逾期',
  CREDITS_UNDERSTATED: '少报现有授信笔数',
  AGE_DIFFERS: '年龄不符',
  INCOME_OVERSTATED: '申报收入高于核实收入',
  INCOME_ABOVE_DOCUMENTS: '申报收入高于资料',
  INCOME_ABOVE_BUREAU: '申报收入高于征信',
  DEBT_BELOW_DOCUMENTS: '申报负债低于资料',
  DEBT_BELOW_BUREAU: '申报负债低于征信',
  PAYMENTS_BELOW_DOCUMENTS: '申报月供低于资料',
  PAYMENTS_BELOW_BUREAU: '申报月供低于征信',
  EMPLOYMENT_DIFFERS: '工作单位不符',
  ADDRESS_DIFFERS: '地址不符',
  TELEPHONE_DIFFERS: '电话不符',
};
