import type { RefusalCatalogue } from '@weilend/kernel';

// What hr is told when an honour, its period or the rule that it goes by is refused, and what to do then.
export const honourErrors = {
  HONOUR_PERIOD: {
    rule: '5.9',
    en: '"{value}" is no period: write a quarter as 2026-Q3 or a year as 2026',
    zh: '“{value}”不是有效期间：季度写作 2026-Q3，年度写作 2026',
  },
  HONOUR_PERIOD_RUNNING: {
    rule: '5.9',
    en: '{period} ends on {lastDay}: propose its honours after that day',
    zh: '{period} 于 {lastDay} 结束，之后才能评选',
  },
  HONOUR_SHEETS_OPEN: {
    rule: '5.9',
    en: '{open} sheets of {period} are still open: close them first',
    zh: '{period} 还有 {open} 份考核表未关闭，请先关闭',
  },
  HONOUR_QUARTERS_OPEN: {
    rule: '5.9',
    en: 'the appraisal of {quarters} is not closed for the whole company: close it first',
    zh: '{quarters} 的全公司考核尚未关闭，请先关闭',
  },
  HONOUR_NO_SHEETS: {
    rule: '5.9',
    en: 'no sheet of {period} was closed: there is nobody to honour',
    zh: '{period} 没有已关闭的考核表，无法评选',
  },
  HONOUR_RULE_MISSING: {
    rule: '5.9',
    en: 'no approved rule of {honour} counts in {period}: publish one for a coming period',
    zh: '{period} 没有已批准的 {honour} 评选规则，请为以后的期间发布',
  },
  HONOUR_LIST_CHANGED: {
    rule: '5.9',
    en: 'the figures of {period} have moved on since: propose it again and look at the list',
    zh: '{period} 的数据已变化，请重新评选并核对名单',
  },
  HONOUR_CONFIRMED: {
    rule: '5.9',
    en: '{honour} of {period} was confirmed on {on} and never changes',
    zh: '{period} 的 {honour} 已于 {on} 确认，不再更改',
  },
  AWARD_REVOKED: { rule: '5.4', en: 'this honour was taken back on {on}', zh: '该荣誉已于 {on} 撤销' },
  AWARD_WITHOUT_VIOLATION: {
    rule: '5.4',
    en: 'no severe violation since {period} began is known of the person: an honour is taken back for nothing else',
    zh: '自 {period} 开始以来该员工没有严重违规，荣誉仅因严重违规撤销',
  },
  AWARD_REASON_MISSING: { rule: '5.4', en: 'say why in at least {least} characters', zh: '请说明撤销理由（至少 {least} 字）' },
  OWN_HONOUR: {
    rule: '5.9',
    en: 'nobody confirms or takes back his own honour: ask a colleague',
    zh: '不得确认或撤销本人的荣誉，请由其他同事办理',
  },
  HONOUR_RULE_LATE: {
    rule: '5.9',
    en: 'a rule is published and approved before its first quarter begins, and {quarter} runs already: choose a later one',
    zh: '评选规则须在首个适用季度开始前发布并批准，{quarter} 已开始，请选择更晚的季度',
  },
  HONOUR_RULE_APPROVED: {
    rule: '5.9',
    en: 'the rule from {quarter} on is approved already: publish another one for a later quarter',
    zh: '自 {quarter} 起的评选规则已批准：如需调整请为更晚的季度另行发布',
  },
  HONOUR_RULE_SAME_PERSON: {
    rule: '5.9',
    en: 'who published a rule may not approve it: ask a colleague',
    zh: '发布评选规则的人不得批准，请由其他同事批准',
  },
  HONOUR_RULE_EXISTS: {
    rule: '5.9',
    en: 'a rule of {honour} from {quarter} on is already published',
    zh: '已有自 {quarter} 起生效的 {honour} 评选规则',
  },
  HONOUR_RULE_YEAR: { rule: '5.9', en: 'a yearly rule counts from a first quarter on', zh: '年度规则须自第一季度起生效' },
  HONOUR_PLACES: { rule: '5.9', en: 'one to {most} people receive it', zh: '名额须为 1 到 {most}' },
  HONOUR_QUARTERS: { rule: '5.9', en: 'a person needs one to {most} closed quarters', zh: '所需已关闭季度须为 1 到 {most}' },
  HONOUR_TIE_TWICE: { rule: '5.9', en: 'a tie-breaker stands twice or is what the honour goes by', zh: '并列判定指标重复或与主指标相同' },
  HONOUR_MINIMUM: { rule: '5.9', en: 'each minimum names a metric once and is 0 or above', zh: '每项最低要求只能对应一个指标，且不得为负' },
  HONOUR_TOPIC: {
    rule: '5.8',
    en: 'the training that comes with it has one of the six topics, or none',
    zh: '奖励培训须为六个主题之一，或不指定',
  },
} as const satisfies RefusalCatalogue;
