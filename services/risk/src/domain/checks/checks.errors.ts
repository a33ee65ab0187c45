import type { RefusalCatalogue } from '@weilend/kernel';

/** Methods left out, and statements that do not fit what was found. */
export const checksErrors = {
  WAIVER_PENDING: { rule: '4.10', en: 'the risk manager has not decided on {check} yet', zh: '免除 {check} 的申请尚待风险经理决定' },
  WAIVER_NOT_REQUESTED: { rule: '4.10', en: 'nobody has asked to leave out {check}', zh: '没有待决定的 {check} 免除申请' },
  WAIVER_OWN: {
    rule: '4.10',
    en: 'who asked for it or investigates does not decide on it: another risk manager has to',
    zh: '申请人及调查员本人不得决定免除：请由其他风险经理办理',
  },
  COMPARISON_TWICE: { rule: '4.9', en: '{subject} is compared once', zh: '{subject} 只能比对一次' },
  COMPARISON_EMPTY: {
    rule: '4.9',
    en: '{subject} needs what the customer declared and at least one finding to hold it against',
    zh: '{subject} 须填写客户申报值和至少一项核实结果',
  },
  RELATED_PARTY_INVALID: {
    rule: '7.3',
    en: 'a related party is another customer, named once by the id of the file',
    zh: '关联方须为其他客户，按档案编号各填一次',
  },
  CONTRADICTION_UNKNOWN: { rule: '4.9', en: 'there is no such contradiction now', zh: '目前没有该项矛盾' },
  CONTRADICTION_EVIDENCE_MISSING: {
    rule: '4.9',
    en: 'an explanation rests on a check or an answer of sales of this investigation: name it by its id',
    zh: '解释须以本调查的核查记录或销售部答复为依据：请填写其编号',
  },
} as const satisfies RefusalCatalogue;
