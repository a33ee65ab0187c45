import type { RefusalCatalogue } from '@weilend/kernel';

// What may be refused about a contract and its signing, with the rule behind it.
export const contractErrors = {
  APPROVAL_MISSING: { rule: 'G5', en: 'there is no approval in force: {state}', zh: '没有生效的审批：{state}' },
  APPROVAL_EXPIRED: { rule: 'G5', en: 'the approval was valid until {validUntil}', zh: '审批有效期至 {validUntil}，已过期' },
  CONDITIONS_OPEN: { rule: '4.14', en: 'the conditions of the approval are not confirmed', zh: '审批条件尚未确认落实' },
  TERMS_EXCEED_APPROVAL: { rule: 'G5', en: '{part} is outside of the approval: {approved}', zh: '{part} 超出审批范围：{approved}' },
  CLAUSE_MISSING: { rule: '4.16', en: 'the contract lacks the clause {clause}', zh: '合同缺少条款：{clause}' },
  CLAUSE_CONTRADICTS: { rule: '4.16', en: 'the clause {clause} must say "{mustSay}"', zh: '条款 {clause} 须载明“{mustSay}”' },
  CONTRACT_SIGNED_ALREADY: { rule: '2.12', en: 'the contract of this application is signed', zh: '该申请的合同已签署' },
  COST_SHEET_MISSING: { rule: 'G6', en: 'the cost sheet for these terms is not issued', zh: '尚未出具对应条款的综合融资成本明示表' },
  COST_SHEET_MISMATCH: { rule: 'G6', en: 'the cost sheet is not the one of exactly these terms', zh: '明示表与合同条款不一致' },
  CONTRACT_CHANGED: { rule: 'G6', en: 'the text is not the one that was drafted: draft again', zh: '合同文本与草案不一致：请重新起草' },
  PAYMENT_NOT_RETURNED: { rule: '4.19', en: 'finance has not sent the payment order back', zh: '财务部未退回放款指令' },
  COST_SHEET_NOT_ACKNOWLEDGED: { rule: 'G6', en: 'the customer has not acknowledged the cost sheet', zh: '客户尚未确认综合融资成本明示表' },
  EXPLANATION_MISSING: { rule: '4.17', en: 'the explanation is not confirmed by the customer', zh: '客户尚未确认已充分理解合同' },
  READING_TOO_SHORT: {
    rule: '4.17',
    en: '{seconds} s are too short to read the contract: at least {atLeast}',
    zh: '阅读时间 {seconds} 秒过短，至少 {atLeast} 秒',
  },
  RECORDING_MISSING: { rule: '4.18', en: 'the {kind} recording of the signing is missing', zh: '缺少签约{kind}记录' },
  RECORDING_EXISTS: { rule: '4.18', en: 'the {kind} recording is attached already', zh: '{kind}记录已归档' },
  RECORDING_KIND: { rule: '4.18', en: 'a file of type {contentType} is no {kind} recording', zh: '{contentType} 类型的文件不是{kind}记录' },
  NOT_THE_SALESPERSON: { rule: '2.12', en: 'only the salesperson of the application signs', zh: '只有该申请的销售人员可以签约' },
} as const satisfies RefusalCatalogue;
