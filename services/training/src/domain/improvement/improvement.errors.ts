import type { RefusalCatalogue } from '@weilend/kernel';

// What is refused about improvements that evaluations found: raising them, and taking them up in the plan of a later year.
export const improvementErrors = {
  IMPROVEMENT_WITHOUT_EVALUATION: {
    rule: '6.9',
    en: 'evaluate the training first: improvements come from its evaluation',
    zh: '请先完成培训评估：改进事项须来自评估',
  },
  IMPROVEMENT_DAY_PAST: { rule: '6.9', en: 'the day {dueOn} has passed: name a later one', zh: '{dueOn} 已过，请选择之后的日期' },
  IMPROVEMENT_OWNER_UNKNOWN: { rule: '6.9', en: '{ownerId} is not an active employee', zh: '{ownerId} 不是在职员工' },
  IMPROVEMENT_NOT_YOURS: {
    rule: '6.9',
    en: 'the owner {ownerId} reports it done; only a trainer or the manager drops it',
    zh: '由负责人 {ownerId} 报告完成；放弃须由讲师或经理决定',
  },
  IMPROVEMENT_PLAN_PUBLISHED: {
    rule: '6.9',
    en: 'the plan of {year} is published: adopt improvements while the next one is drafted',
    zh: '{year} 年度计划已发布，请在下一年度计划起草时采纳',
  },
  IMPROVEMENT_ADOPTED: { rule: '6.9', en: '{improvementId} is adopted by a plan already', zh: '{improvementId} 已被计划采纳' },
  IMPROVEMENT_DROPPED: { rule: '6.9', en: '{improvementId} was dropped', zh: '{improvementId} 已放弃' },
  IMPROVEMENT_PLAN_YEAR: {
    rule: '6.9',
    en: 'what was found in {found} is adopted by the plan of a later year, not of {year}',
    zh: '{found} 年发现的改进事项应由之后年度的计划采纳，而不是 {year} 年',
  },
  IMPROVEMENTS_MISSING: { rule: '6.9', en: 'name 1 to 100 improvements to adopt', zh: '请选择 1 至 100 项要采纳的改进事项' },
} as const satisfies RefusalCatalogue;
