import type { RefusalCatalogue } from '@weilend/kernel';

/** Who investigates, by which outline, and what sales is asked. */
export const investigationErrors = {
  INVESTIGATOR_CONFLICTED: {
    rule: '4.11',
    en: '{employeeId} has declared a conflict of interest with this customer: choose somebody else',
    zh: '{employeeId} 与该客户存在已申报的利益冲突：请另选人员',
  },
  INVESTIGATOR_NOT_OF_PAIR: { rule: '4.11', en: 'this person is not one of the two investigators', zh: '该人员不是本调查的两名调查员之一' },
  PAIR_NOT_FOUND: {
    rule: '4.11',
    en: 'there are not enough investigators free of conflicts ({free}): end a conflict that no longer holds, or assign by hand',
    zh: '没有足够的无利益冲突的调查员（{free} 名）：请解除已失效的冲突，或手工指定',
  },
  CONFLICT_CUSTOMER_UNKNOWN: { rule: '4.11', en: 'name the customer by the id of the file', zh: '请填写客户档案编号' },
  CONFLICT_ALREADY_DECLARED: { rule: '4.11', en: 'this conflict of interest is declared already', zh: '该利益冲突已申报' },
  CONFLICT_FOR_OTHERS: {
    rule: '4.11',
    en: 'everybody declares for himself; only the risk manager excludes somebody else',
    zh: '利益冲突由本人申报；仅风险经理可要求他人回避',
  },
  CONFLICT_ENDED: { rule: '4.11', en: 'this conflict of interest has been ended already', zh: '该利益冲突已解除' },
  CONFLICT_OWN: {
    rule: '4.11',
    en: 'nobody ends the own conflict of interest: ask another risk manager',
    zh: '不得解除本人的利益冲突：请由其他风险经理办理',
  },
  PLAN_CHECKS_WRONG: { rule: '4.10', en: 'the outline names each of the four checks once', zh: '调查提纲须逐一列明四种调查方式，各一次' },
  PLAN_DUE_PAST: {
    rule: '4.10',
    en: '{check} is still to be done: give it a time that lies ahead',
    zh: '{check} 尚未完成：请填写将来的时间',
  },
  PLAN_PLACE_MISSING: { rule: '4.10', en: 'the outline says where the site visit goes', zh: '调查提纲须写明实地走访地点' },
} as const satisfies RefusalCatalogue;
