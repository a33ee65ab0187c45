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
  PLAN_IMPROVEMENT_NOT_ADOPTED: {
    rule: '6.9',
    en: 'no evaluation found this: {texts}; leave it out, draft the plan, and take improvements up by adoptImprovements',
    zh: '以下内容并非评估中提出的改进事项：{texts}；请先起草计划，再通过 adoptImprovements 采纳改进事项',
  },
  PLAN_NOT_PUBLISHED: { rule: '6.1', en: 'the plan of {year} is not published', zh: '{year} 年度培训计划尚未发布' },
  PLAN_COURSE_INVALID: {
    rule: '6.1',
    en: 'the planned course "{title}" needs a title, more than 0 and at most 400 hours, and a budget that is not negative',
    zh: '计划课程“{title}”须有名称，课时大于 0 且不超过 400，预算不得为负',
  },
  PLAN_COURSE_UNKNOWN: {
    rule: '6.1',
    en: 'the plan of {year} has no course no. {courseNo}: take a number that the plan shows, each once',
    zh: '{year} 年度培训计划没有第 {courseNo} 号课程：请使用计划中的课程编号，且不得重复',
  },
  PLAN_COURSE_IN_USE: {
    rule: '6.1',
    en: 'course no. {courseNo} already has trainings: keep it in the plan under its topic',
    zh: '第 {courseNo} 号课程已安排培训：请在计划中保留该课程及其主题',
  },
  PLAN_REASON_MISSING: {
    rule: '6.1',
    en: 'a published plan is revised with a reason of at least 10 characters',
    zh: '修订已发布的计划须说明理由（至少 10 字）',
  },
  PLAN_NEED_INVALID: {
    rule: '6.1',
    en: 'a need says in at least 5 characters what the course is to change',
    zh: '每项培训需求须说明要解决的问题（至少 5 字）',
  },
  PLAN_NEED_WITHOUT_FINDING: {
    rule: '6.1',
    en: 'nothing of the kind {source} was found in {years}: give the need another source',
    zh: '{years} 年没有 {source} 类发现：请更换该需求的依据',
  },
  BUDGET_EXCEEDED: {
    rule: '6.1',
    en: 'course no. {courseNo} has {left} yuan left of its budget and this costs {cost}: spend less, or ask hr or finance to allow more (allowTrainingOverspend)',
    zh: '第 {courseNo} 号课程预算余额为 {left} 元，本次需 {cost} 元：请降低费用，或请人力资源或财务批准追加（allowTrainingOverspend）',
  },
  BUDGET_COURSE_MISSING: {
    rule: '6.1',
    en: 'a training that costs money names the planned course that pays for it (courseNo)',
    zh: '有费用的培训须注明由哪门计划课程列支（courseNo）',
  },
  OVERSPEND_INVALID: {
    rule: '6.1',
    en: 'more money is allowed with an amount above 0 and a reason of at least 10 characters',
    zh: '追加预算须注明大于 0 的金额和理由（至少 10 字）',
  },
} as const satisfies RefusalCatalogue;
