import type { RefusalCatalogue } from '@weilend/kernel';

// What people and their superiors are told about an appraisal scheme or sheet that is out of its time or does not add up.
export const appraisalErrors = {
  SCHEME_WEIGHTS: { rule: '1.7', en: 'the weights sum to {total} %, not 100 %', zh: '权重合计为 {total}%，应为 100%' },
  SCHEME_LINE_INVALID: {
    rule: '1.7',
    en: 'weights are whole percents above 0 and targets are above 0: {indicators}',
    zh: '权重须为正整数百分比，目标须大于 0：{indicators}',
  },
  SCHEME_LINE_TWICE: { rule: '1.7', en: 'an indicator stands twice', zh: '指标重复' },
  SCHEME_PERFORMANCE_NOT_HEAVIEST: {
    rule: '1.7',
    en: 'sales performance must weigh more than each other dimension',
    zh: '销售业绩的权重必须最大',
  },
  SCHEME_MISSING: { rule: '1.7', en: 'no appraisal scheme is published for {quarter}', zh: '{quarter} 没有已发布的考核方案' },
  SCHEME_TOO_LATE: {
    rule: '1.7',
    en: 'a scheme is published before its first quarter {quarter} begins or while it is the first of the company',
    zh: '考核方案须在 {quarter} 开始前发布',
  },
  QUARTER_NOT_BEGUN: { rule: '5.5', en: 'the quarter {quarter} has not begun', zh: '{quarter} 尚未开始' },
  QUARTER_NOT_ENDED: {
    rule: '5.5',
    en: 'the quarter {quarter} ends on {lastDay}: close it after that day',
    zh: '{quarter} 于 {lastDay} 结束，之后才能关闭',
  },
  SHEET_EXISTS: { rule: '5.5', en: 'this person already has a sheet for {quarter}', zh: '该员工已有 {quarter} 的考核表' },
} as const satisfies RefusalCatalogue;
