import type { RefusalCatalogue } from '@weilend/kernel';

// What a manager is told when the annual plan lacks something.
export const planErrors = {
  PLAN_EXISTS: { rule: '6.1', en: 'there is already an annual plan for {year}', zh: '{year} 年度培训计划已存在' },
  PLAN_YEAR_INVALID: {
    rule: '6.1',
    en: 'a plan is made for a year from 2000 to 2100, not {year}',
    zh: '年度应在 2000 到 2100 之间，而不是 {year}',
  },
  PLAN_NEEDS_MISSING: {
    rule: '6.1',
    en: 'the plan needs an analysis of business needs and staff situation (at least 20 characters)',
    zh: '计划须包含业务需求与人员情况分析（至少 20 字）',
  },
  PLAN_TOPICS_MISSING: { rule: '6.2', en: 'the plan lacks the topics {topics}', zh: '计划缺少培训主题：{topics}' },
  PLAN_NOT_PUBLISHED: { rule: '6.1', en: 'the plan of {year} is not published', zh: '{year} 年度培训计划尚未发布' },
} as const satisfies RefusalCatalogue;
