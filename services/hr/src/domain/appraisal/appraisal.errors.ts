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
    en: 'a scheme is published before its first quarter {quarter} begins; only the very first one of the company may count in the running quarter',
    zh: '考核方案须在 {quarter} 开始前发布；仅公司首个方案可自当前季度起适用',
  },
  SCHEME_PUBLISHED: {
    rule: '1.7',
    en: 'the scheme from {quarter} is published and never changes: propose another one from a later quarter',
    zh: '{quarter} 起的考核方案已发布且不可更改，请从更晚的季度另行提出',
  },
  SCHEME_SAME_PERSON: {
    rule: '1.7',
    en: 'a scheme is published by somebody else than who proposed it: ask a colleague of hr or an administrator',
    zh: '考核方案须由提出人以外的人员批准发布：请其他人事人员或系统管理员办理',
  },
  QUARTER_NOT_BEGUN: { rule: '5.5', en: 'the quarter {quarter} has not begun', zh: '{quarter} 尚未开始' },
  QUARTER_NOT_ENDED: {
    rule: '5.5',
    en: 'the quarter {quarter} ends on {lastDay}: close it after that day',
    zh: '{quarter} 于 {lastDay} 结束，之后才能关闭',
  },
  SCHEME_EXISTS: {
    rule: '1.7',
    en: 'a scheme is published from {quarter} already: it never changes, publish the new one from a later quarter',
    zh: '{quarter} 起的考核方案已发布且不可更改，请从更晚的季度发布新方案',
  },
  SCHEME_CURVE_INVALID: {
    rule: '1.7',
    en: 'a curve has two or more points from 0 to 120 that rise to the right and never turn against the better side: {indicators}',
    zh: '评分曲线须有两个以上节点，分值在 0 至 120 之间，且越好得分不得越低：{indicators}',
  },
  SCHEME_GATE_INVALID: {
    rule: '5.4',
    en: 'a gate has a limit of 0 or more and a cap from 0 to 120',
    zh: '否决项的界限须不小于 0，封顶分须在 0 至 120 之间',
  },
  SCHEME_ADJUSTMENT_INVALID: {
    rule: '1.7',
    en: 'managers may adjust by 0 to 120 points in all',
    zh: '主管调整上限须在 0 至 120 分之间',
  },
  SHEET_NOT_OWN: {
    rule: '5.5',
    en: 'only the person himself says this about his quarter',
    zh: '只能由本人对自己的考核表发表意见',
  },
  SHEET_OWN_REVIEW: {
    rule: '5.5',
    en: 'nobody reviews his own sheet: ask your superior or hr',
    zh: '不得复核本人的考核表，请由上级或人力资源部复核',
  },
  ADJUSTMENT_EMPTY: { rule: '5.5', en: 'an adjustment adds or takes off points', zh: '调整分值不能为 0' },
  ADJUSTMENT_REASON_MISSING: { rule: '5.5', en: 'give the reason of each adjustment', zh: '请逐项填写调整理由' },
  ADJUSTMENT_ABOVE_LIMIT: {
    rule: '1.7',
    en: 'the scheme of this quarter allows adjustments of {limit} points in all',
    zh: '本季度方案允许的调整合计不超过 {limit} 分',
  },
  APPEAL_TOO_LATE: { rule: '5.5', en: 'the time to appeal ended at {until}', zh: '申诉期限已于 {until} 届满' },
  APPEAL_STILL_POSSIBLE: {
    rule: '5.5',
    en: 'the person may appeal until {until}: close it after that',
    zh: '申诉期限至 {until}，期满后方可关闭',
  },
  SHEET_STEP_DUE: {
    rule: '5.5',
    en: 'the {step} of this sheet is owed until {until}: wait for it, or close the sheet when the time of the review is over and those above have been told',
    zh: '该考核表的下一步（{step}）期限至 {until}：请等待完成，或待复核期满并已通报上级后关闭',
  },
  APPEAL_OWN_DECISION: {
    rule: '5.5',
    en: 'an appeal is decided by somebody who neither is the person nor wrote the review',
    zh: '申诉须由本人和原复核人以外的人员处理',
  },
  APPEAL_NOT_ACCEPTED: {
    rule: '5.5',
    en: 'adjustments come with an appeal that is accepted',
    zh: '只有申诉成立时才能另行调整分值',
  },
  APPRAISAL_WORDS_MISSING: { rule: '5.5', en: 'say it in words, 2000 characters at most', zh: '请填写说明（不超过 2000 字）' },
  QUARTER_CLOSED: {
    rule: '5.5',
    en: 'the closing of {quarter} has begun or is over: what comes now counts in a later quarter',
    zh: '{quarter} 已开始关闭或已关闭，之后的事项计入以后季度',
  },
  QUARTER_EMPTY: { rule: '5.5', en: 'no sheet of {quarter} was opened: open them first', zh: '{quarter} 没有考核表，请先开启' },
  QUARTER_UNDECIDED: {
    rule: '5.5',
    en: 'on {sheets} sheets of {quarter} the time of a self view, a review or an appeal still runs, or nobody has been told yet that it is over: settle them or wait for the deadlines',
    zh: '{quarter} 有 {sheets} 份考核表的自评、复核或申诉期限未满或逾期尚未通报，请处理或等待期满',
  },
  QUARTER_SHEETS_MISSING: {
    rule: '5.5',
    en: '{people} people who sold at the end of {quarter} have no sheet for it: open them first (openAppraisal)',
    zh: '{quarter} 期末在岗的 {people} 名销售人员没有考核表，请先开启（openAppraisal）',
  },
  SHEET_EXISTS: { rule: '5.5', en: 'this person already has a sheet for {quarter}', zh: '该员工已有 {quarter} 的考核表' },
} as const satisfies RefusalCatalogue;
