import type { RefusalCatalogue } from '@weilend/kernel';

// What may be refused about a customer and his file, with the rule behind it.
export const customerErrors = {
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
