import type { RefusalCatalogue } from '@weilend/kernel';

// Everything that sales may refuse, with the rule that refuses it: a salesperson reads the sentence, a front end reads the code, an
// auditor reads the rule. Nothing here ever shows personal data.

const customer = {
  RESIDENT_ID_INVALID: { rule: '3.6', en: 'the resident id number is wrong ({problem})', zh: '居民身份证号码有误（{problem}）' },
  CREDIT_CODE_INVALID: { rule: '3.6', en: 'the unified social credit code is wrong ({problem})', zh: '统一社会信用代码有误（{problem}）' },
  MOBILE_INVALID: {
    rule: '3.6',
    en: 'the mobile number must have 11 digits and begin with 13 to 19',
    zh: '手机号码应为 13 至 19 开头的 11 位数字',
  },
  NAME_INVALID: { rule: '3.6', en: 'the name must have 2 to 100 characters', zh: '名称应为 2 至 100 个字符' },
  IDENTITY_PART_MISSING: { rule: '3.8', en: 'a customer of type {type} needs {part}', zh: '{type} 类客户须提供 {part}' },
  IDENTITY_PART_FOREIGN: { rule: '3.8', en: 'a customer of type {type} has no {part}', zh: '{type} 类客户不应填写 {part}' },
  UNDER_AGE: { rule: '3.6', en: 'the borrower must be 18 or older on the day of application', zh: '借款人在申请日须年满 18 周岁' },
  CUSTOMER_EXISTS: { rule: '3.6', en: 'a customer with this identity number is on file', zh: '该证件号码的客户已建档' },
  CORRECTION_EMPTY: { rule: '3.6', en: 'the correction changes nothing', zh: '更正内容与原内容一致' },
  NOT_A_SALESPERSON: { rule: '2.2', en: 'the employee {employeeId} is no active salesperson', zh: '员工 {employeeId} 不是在岗销售人员' },
  PORTFOLIO_NOT_OWED: { rule: '2.13', en: 'no customers of {employeeId} are to be handed over', zh: '{employeeId} 没有待移交的客户' },
  PORTFOLIO_EMPTY: { rule: '2.13', en: 'there is no customer to hand over', zh: '没有可移交的客户' },
  CUSTOMER_NOT_IN_PORTFOLIO: { rule: '2.13', en: 'the customer {customerId} is not one of his', zh: '客户 {customerId} 不在其名下' },
  REASON_REQUIRED: { rule: '1.5', en: 'say why in at least {atLeast} characters', zh: '请说明理由（不少于 {atLeast} 个字符）' },
  CONSENT_MISSING: { rule: 'G1', en: 'the written consent {kind} is missing or no longer valid', zh: '缺少有效的书面授权：{kind}' },
} as const satisfies RefusalCatalogue;

const enquiry = {
  CHANNEL_LINK_MISSING: { rule: '3.1', en: 'a lead from {channel} must name its {link}', zh: '{channel} 渠道的线索必须填写 {link}' },
  CHANNEL_LINK_FOREIGN: { rule: '3.1', en: 'a lead from {channel} has no {link}', zh: '{channel} 渠道的线索不应填写 {link}' },
  REFERRER_UNKNOWN: { rule: '3.3', en: 'the referring customer is not on file', zh: '推荐客户未建档' },
  ACTIVITY_UNKNOWN: { rule: '3.2', en: 'the activity is not on file', zh: '线下活动未登记' },
  PARTNER_NOT_ACTIVE: { rule: '3.4', en: 'the partner is not on the active list', zh: '合作机构不在有效名单内' },
  PARTNER_EXISTS: { rule: '3.4', en: 'a partner with this credit code is on the list', zh: '该信用代码的合作机构已在名单内' },
  LEAD_CLOSED: { rule: '2.8', en: 'the lead is {state}', zh: '线索状态为 {state}' },
  ENQUIRY_SOURCE_MISSING: { rule: '4.1', en: 'an enquiry comes from a lead or from a customer', zh: '咨询须对应线索或客户' },
  ENQUIRY_NEEDS_MISSING: { rule: '4.2', en: 'before a proposal the enquiry needs: {missing}', zh: '提出方案前须了解：{missing}' },
  PRODUCT_UNKNOWN: { rule: '4.1', en: 'there is no product {productId} in force', zh: '没有生效的产品 {productId}' },
  PRODUCT_UNSUITABLE: { rule: '7.3', en: 'the product does not allow this {what}: {allowed}', zh: '产品不支持该 {what}：{allowed}' },
  PROPOSAL_NOT_QUOTED: { rule: '4.3', en: 'the proposal is {state}', zh: '方案状态为 {state}' },
} as const satisfies RefusalCatalogue;

const application = {
  APPLICATION_FIELD_MISSING: { rule: 'G1', en: 'the application lacks {part}', zh: '申请表缺少 {part}' },
  DOCUMENT_MISSING: { rule: '4.5', en: 'the document {type} is missing', zh: '缺少资料：{type}' },
  DOCUMENT_NOT_JUDGED: { rule: '4.6', en: 'the document {type} is not yet judged', zh: '资料 {type} 尚未审核' },
  DOCUMENT_NEGATIVE: { rule: '4.6', en: 'the document {type} is not {verdicts}', zh: '资料 {type} 未通过：{verdicts}' },
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

const contract = {
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

/** The closed list of refusal codes of sales. */
export const salesErrors = { ...customer, ...enquiry, ...application, ...contract } as const satisfies RefusalCatalogue;
export type SalesErrorCode = keyof typeof salesErrors;
