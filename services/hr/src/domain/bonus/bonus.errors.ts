import type { RefusalCatalogue } from '@weilend/kernel';

// What people of hr are told about a bonus formula or statement that is out of its time, wrong, or not theirs to decide.
export const bonusErrors = {
  BONUS_FORMULA_INVALID: { rule: '5.6', en: '{field}: {problem}', zh: '奖金公式字段 {field} 有误：{problemZh}' },
  BONUS_FORMULA_SAME_PERSON: {
    rule: '5.6',
    en: 'who drafted a formula may not publish it: somebody else has to',
    zh: '拟定奖金公式的人不得发布：须由另一人发布',
  },
  BONUS_FORMULA_QUARTER_TAKEN: {
    rule: '5.6',
    en: 'a formula that counts from {quarter} is published already: let this one count from a later quarter',
    zh: '自 {quarter} 起的公式已发布：请改为更晚的季度',
  },
  BONUS_FORMULA_TOO_LATE: {
    rule: '5.6',
    en: 'a formula is published before its first quarter {quarter} begins: draft one for a later quarter',
    zh: '奖金公式须在 {quarter} 开始前发布：请拟定适用于以后季度的公式',
  },
  BONUS_FORMULA_MISSING: {
    rule: '5.6',
    en: 'no bonus formula is published for {quarter}: publish one first',
    zh: '{quarter} 没有已发布的奖金公式：请先发布',
  },
  BONUS_REASON_MISSING: { rule: '5.6', en: 'write down why in at least 4 characters', zh: '请说明理由（不少于 4 个字符）' },
  BONUS_SHEET_NOT_CLOSED: {
    rule: '5.5',
    en: 'the appraisal of {quarter} is not closed: close it before its bonus is settled',
    zh: '{quarter} 的考核表尚未关闭：请先关闭再结算奖金',
  },
  BONUS_ALREADY_SETTLED: {
    rule: '5.6',
    en: 'the bonus of {quarter} is settled already: a statement is made once and never edited, later facts correct by clawback',
    zh: '{quarter} 的奖金已结算：奖金单只出一次，不得修改，之后的情况通过追回处理',
  },
  BONUS_SAME_PERSON: {
    rule: '5.6',
    en: 'who prepared a bonus may not approve or reject it: another person has to',
    zh: '编制奖金单的人不得审批：须由另一人审批',
  },
  BONUS_OWN: { rule: '5.6', en: 'nobody decides on his own bonus: another person has to', zh: '不得审批本人的奖金：须由他人审批' },
  BONUS_TOO_MANY: { rule: '5.6', en: 'choose 1 to {most} statements, each once', zh: '每次请选择 1 至 {most} 份奖金单，且不得重复' },
  BONUS_NOT_RETURNED: {
    rule: '5.6',
    en: 'only what finance returned can be handed over again, this one is {state}',
    zh: '只有被财务退回的奖金可以重新移交，当前状态为 {state}',
  },
  BONUS_SEVERE_VIOLATION: {
    rule: '5.4',
    en: 'a severe violation since the quarter of the bonus began holds it back, nothing is paid while it stands: {violationIds}',
    zh: '自奖金所属季度开始以来存在严重违规，奖金暂不发放：{violationIds}',
  },
  BONUS_PREPARED_AGAIN: {
    rule: '5.6',
    en: 'this statement is preparation {preparation} now, not the one that was read: read it again, then approve',
    zh: '该奖金单已重新编制（第 {preparation} 次），与所阅版本不同：请重新查看后再审批',
  },
} as const satisfies RefusalCatalogue;
