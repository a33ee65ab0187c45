import type { RefusalCatalogue } from '@weilend/kernel';

// Why a scorecard cannot be proposed, approved or put in force, and what to do about it.
export const scorecardErrors = {
  SCORECARD_ATTRIBUTE_FORBIDDEN: {
    rule: '1.5',
    en: '{fact} may never be looked at: take it off the card',
    zh: '不得使用“{fact}”评分：请从评分卡中删除',
  },
  SCORECARD_FACT_UNKNOWN: {
    rule: '4.10',
    en: 'the company has no fact {fact}: use the names of the verified facts',
    zh: '没有名为“{fact}”的核实信息：请使用规定的名称',
  },
  SCORECARD_NAME_INVALID: {
    rule: '4.10',
    en: 'a card is named in small letters, digits and dashes, 3 to 40 of them',
    zh: '评分卡名称须为 3 至 40 个小写字母、数字或短横线',
  },
  SCORECARD_EMPTY: { rule: '4.10', en: 'a card needs at least one attribute with points', zh: '评分卡须至少有一个计分项' },
  SCORECARD_BAND_INVALID: {
    rule: '4.10',
    en: '{fact}: each line names known values once, or a range of whole numbers from below to above',
    zh: '“{fact}”：每一档须列出有效且不重复的取值，或由小到大的整数区间',
  },
  SCORECARD_POINTS_INVALID: {
    rule: '4.10',
    en: 'the points of {fact} must be whole and not below 0: raise the others instead of taking points away',
    zh: '“{fact}”的分值须为不小于 0 的整数：请提高其他档，而不是扣分',
  },
  SCORECARD_BANDS_OVERLAP: {
    rule: '4.10',
    en: '{fact}: {at} falls into two bands; every value belongs to one',
    zh: '“{fact}”：{at} 同时落入两档，每个取值只能属于一档',
  },
  SCORECARD_BANDS_GAP: {
    rule: '4.10',
    en: '{fact}: nothing holds the values from {from} to below {to}; close the gap',
    zh: '“{fact}”：从 {from} 到 {to} 之间没有分档，请补齐',
  },
  SCORECARD_RULE_INVALID: {
    rule: '4.10',
    en: 'the rule {code} needs a code of its own in capitals and a value or range that its fact can have',
    zh: '规则“{code}”须有唯一的大写代码，并给出该项可能的取值或区间',
  },
  SCORECARD_RULE_FACT_OPTIONAL: {
    rule: 'G3',
    en: 'a rule on {fact} would be passed by leaving it out: make {fact} required',
    zh: '缺少“{fact}”会绕过相应规则：请将其设为必备项',
  },
  SCORECARD_BUREAU_OPTIONAL: {
    rule: 'G3',
    en: 'no card may do without the bureau: make {fact} required',
    zh: '评分卡不得缺少征信信息：请将“{fact}”设为必备项',
  },
  SCORECARD_GRADES_INVALID: {
    rule: '4.10',
    en: 'the grades are wrong ({problem}): at least two, whole points strictly falling to 0, never milder for fewer points, the best within reach',
    zh: '等级划分有误（{problem}）：至少两级，分数线为整数并严格递减至 0，分低不得更宽，最高级须可达到',
  },
  SCORECARD_REASON_MISSING: { rule: '4.10', en: 'write down why in at least 4 characters', zh: '请说明理由（不少于 4 个字符）' },
  SCORECARD_SAME_PERSON: {
    rule: '7.3',
    en: 'who drafted or proposed a card may not approve it: another risk manager has to',
    zh: '拟定或提交评分卡的人不得批准：须由另一名风险经理批准',
  },
  SCORECARD_APPROVED_ALREADY: { rule: '7.3', en: 'the card is approved already: put it in force', zh: '评分卡已批准，可直接启用' },
  SCORECARD_NOT_APPROVED: {
    rule: '7.3',
    en: 'the card is not approved yet: another risk manager approves it first',
    zh: '评分卡尚未批准：须先由另一名风险经理批准',
  },
  SCORECARD_LAST: {
    rule: '4.10',
    en: 'without the card for all customers nobody could be scored: put another one in force, which replaces it',
    zh: '通用评分卡不能直接停用：请启用新卡以替换',
  },
  SCORECARD_NOT_PROPOSED: {
    rule: '4.10',
    en: 'only a proposed card can be the challenger, this one is {state}',
    zh: '只有已提交的评分卡可作为挑战者，当前状态为 {state}',
  },
  SCORECARD_PERIOD_INVALID: {
    rule: '4.10',
    en: 'the period ends before it begins: swap the two days',
    zh: '期间的结束日早于开始日，请调换',
  },
} as const satisfies RefusalCatalogue;
