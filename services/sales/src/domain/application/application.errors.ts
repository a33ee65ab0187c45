import type { RefusalCatalogue } from '@weilend/kernel';

// What may be refused about an application, from the form to the care after the payout, with the rule behind it.
export const applicationErrors = {
  APPLICATION_FIELD_MISSING: { rule: 'G1', en: 'the application lacks {part}', zh: '申请表缺少 {part}' },
  DOCUMENT_MISSING: { rule: '4.5', en: 'the document {type} is missing', zh: '缺少资料：{type}' },
  DOCUMENT_NOT_JUDGED: { rule: '4.6', en: 'the document {type} is not yet judged', zh: '资料 {type} 尚未审核' },
  DOCUMENT_NEGATIVE: { rule: '4.6', en: 'the document {type} is not {verdicts}', zh: '资料 {type} 未通过：{verdicts}' },
  DOCUMENT_EXPIRED: {
    rule: '4.6',
    en: 'the document {type} held until {validUntil}: attach a valid one in its place',
    zh: '资料 {type} 已于 {validUntil} 到期，请更换有效资料',
  },
  DOCUMENT_NOT_WANTED: { rule: '4.5', en: 'a {customerType} has no document {type}', zh: '{customerType} 类客户无须提供 {type}' },
  DOCUMENT_UNKNOWN: { rule: '4.5', en: 'there is no current document {documentId}', zh: '没有现行资料 {documentId}' },
  NOT_NOW: {
    rule: '7.12',
    en: 'in state {state} nobody may {act}; that is done in: {allowed}',
    zh: '{state} 状态下不能 {act}；可办理的状态：{allowed}',
  },
  VERDICT_REASON_MISSING: { rule: '4.6', en: 'a negative verdict needs its reason', zh: '否定结论须说明理由' },
  RETURN_REASONS_MISSING: { rule: '4.7', en: 'say what has to be supplemented or corrected', zh: '请说明需补充或更正的内容' },
  APPLICATION_WITHDRAWN: { rule: '7.12', en: 'the customer has withdrawn the application', zh: '客户已撤回申请' },
  LOAN_PAID_OUT: { rule: '7.3', en: 'the loan is paid out: it can only be repaid', zh: '贷款已发放，只能归还' },
  CANCELLATION_PENDING: { rule: '7.12', en: 'the cancellation is already asked of finance', zh: '已向财务部申请取消' },
  CONDITION_UNKNOWN: { rule: '4.14', en: 'the approval has no condition {conditionId}', zh: '审批条件 {conditionId} 不存在' },
  CONDITION_EVIDENCED: { rule: '4.14', en: 'the condition {conditionId} is evidenced already', zh: '审批条件 {conditionId} 已有证明' },
  CONDITION_WAIVED: {
    rule: '4.14',
    en: 'the committee waived the condition {conditionId}: nothing is owed on it',
    zh: '审批条件 {conditionId} 已被豁免，无需提供证明',
  },
  TASK_UNKNOWN: { rule: '2.11', en: 'there is no open informing task {taskId}', zh: '没有待办的告知任务 {taskId}' },
  WARNING_EXISTS: { rule: '4.23', en: 'risk works on this warning already', zh: '该预警已由风险部门处理中' },
  INFORMATION_REQUEST_UNKNOWN: { rule: '7.2', en: 'there is no open question {requestId}', zh: '没有待答复的征询 {requestId}' },
  INFORMATION_NOT_AVAILABLE: { rule: '7.2', en: 'nobody can answer this question', zh: '无法答复该征询' },
  PERSONAL_NUMBER_IN_TEXT: {
    rule: '3.7',
    en: '{what} must not hold a telephone, identity or account number',
    zh: '{what}中不得填写电话、身份证或账户号码',
  },
  NOT_DISBURSED: { rule: '4.20', en: 'no loan is paid out on this application', zh: '该申请尚未放款' },
  INSPECTION_UNKNOWN: { rule: '4.20', en: 'there is no due inspection {inspectionId}', zh: '没有待办的贷后检查 {inspectionId}' },
} as const satisfies RefusalCatalogue;
