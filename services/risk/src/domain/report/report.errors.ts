import type { RefusalCatalogue } from '@weilend/kernel';

// What a risk report may not say or leave out: approval over a contradiction that nobody explained, a rating better than score and means
// allow, other terms without a reason, and silence on what the committee wanted looked at again.
export const reportErrors = {
  CONTRADICTION_UNANSWERED: {
    rule: '4.9',
    en: 'the contradiction {code} is grave and not explained: explain it with evidence, or do not recommend APPROVE',
    zh: '重大矛盾 {code} 未作解释：请附依据说明，否则不得建议同意',
  },
  RATING_BELOW_MATRIX: {
    rule: '4.11',
    en: 'the scorecard and the repayment ability together rate {least}: the report may not rate {rating}',
    zh: '按评分与还款能力矩阵评级至少为 {least}：报告不得评为 {rating}',
  },
  TERMS_REASON_MISSING: {
    rule: '4.11',
    en: 'terms that differ from what was asked for need their reason',
    zh: '建议条件与申请不一致时须说明理由',
  },
  REWORK_MISSING: {
    rule: '4.11',
    en: 'the committee sent the report back: say for each of its {count} points what was looked at again',
    zh: '审委会退回了报告：请逐项（共 {count} 项）说明复查情况',
  },
} as const satisfies RefusalCatalogue;
