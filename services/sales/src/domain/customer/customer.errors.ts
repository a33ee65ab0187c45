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
  PROFILE_VALUE_INVALID: { rule: '3.6', en: '{part} cannot be negative; give the true figure', zh: '{part} 不能为负数，请如实填写' },
  PROFILE_CONTRADICTION: {
    rule: '3.6',
    en: '{part} contradicts {other}; find out which is true and correct it',
    zh: '{part} 与 {other} 相互矛盾，请核实后更正',
  },
  CARD_NUMBER_INVALID: {
    rule: '3.6',
    en: 'the bank card number is wrong ({problem}); compare its 16 to 19 digits with the card',
    zh: '银行卡号有误（{problem}），请核对卡面 16 至 19 位数字',
  },
  CARD_ON_FILE: { rule: '3.6', en: 'this card is on the file already', zh: '该银行卡已登记' },
  CARD_UNKNOWN: { rule: '3.6', en: 'the file has no live card {cardId}', zh: '档案中没有有效的银行卡 {cardId}' },
  OVERRIDE_NOT_PERMITTED: {
    rule: '3.6',
    en: 'a number that does not pass the check is accepted by the sales manager only; show him the paper',
    zh: '未通过校验的证件号码只能由销售经理核准，请提交证件原件',
  },
  OVERRIDE_NOT_NEEDED: {
    rule: '3.6',
    en: 'the number passes the check; leave the override out',
    zh: '该号码可通过校验，无需核准',
  },
  BIRTH_DATE_NOT_TOLD: {
    rule: '3.6',
    en: 'the accepted number does not tell the birth date; give it as the paper says it',
    zh: '核准的号码不含出生日期，请按证件填写出生日期',
  },
  CUSTOMER_MERGED: {
    rule: '3.6',
    en: 'the file was merged into {intoId}; go on there',
    zh: '该档案已并入 {intoId}，请在新档案上操作',
  },
  MERGE_WITH_ITSELF: { rule: '3.6', en: 'name two different files', zh: '请指定两份不同的档案' },
  MERGE_TYPE_DIFFERS: {
    rule: '3.6',
    en: 'a {mergedType} and a {survivorType} are two customers; they cannot be merged',
    zh: '{mergedType} 与 {survivorType} 是不同类型的客户，不能合并',
  },
  MERGE_IDENTITY_DIFFERS: {
    rule: '3.6',
    en: 'both files have a valid identity number and they differ; attach the paper that shows the number of the file to be merged was entered wrongly',
    zh: '两份档案的有效证件号码不同，请上传证明被并入档案号码录入有误的材料',
  },
  SCORECARD_INVALID: {
    rule: '3.9',
    en: 'the scorecard is wrong ({problem}); every criterion once, weights of 100 in all, A above B',
    zh: '评分卡有误（{problem}）：每项指标一次，权重合计 100，A 线高于 B 线',
  },
  SCORECARD_TOO_EARLY: { rule: '3.9', en: 'a scorecard is in force from {today} at the earliest', zh: '评分卡生效日期不得早于 {today}' },
  SCORECARD_SAME_PERSON: {
    rule: '3.9',
    en: 'somebody other than the proposer puts a scorecard in force',
    zh: '评分卡须由提出人以外的人员核准生效',
  },
  SEARCH_TEXT_SHORT: {
    rule: '3.7',
    en: 'search for a name, a whole number, its last four characters, or an id',
    zh: '请输入姓名、完整号码、号码后四位或编号',
  },
  CORRECTION_EMPTY: { rule: '3.6', en: 'the correction changes nothing', zh: '更正内容与原内容一致' },
  NOT_A_SALESPERSON: { rule: '2.2', en: 'the employee {employeeId} is no active salesperson', zh: '员工 {employeeId} 不是在岗销售人员' },
  OWNER_NOT_YOURS: {
    rule: '2.2',
    en: 'only the sales manager registers a customer for somebody else; leave the owner out',
    zh: '只有销售经理可为他人建档，请勿填写归属人',
  },
  OWNER_UNCHANGED: {
    rule: '2.13',
    en: 'the customers are of {employeeId} already; name another colleague',
    zh: '客户已归属 {employeeId}，请选择其他同事',
  },
  PORTFOLIO_NOT_OWED: { rule: '2.13', en: 'no customers of {employeeId} are to be handed over', zh: '{employeeId} 没有待移交的客户' },
  PORTFOLIO_EMPTY: { rule: '2.13', en: 'there is no customer to hand over', zh: '没有可移交的客户' },
  PORTFOLIO_TOO_LARGE: { rule: '2.13', en: 'name at most {most} customers at a time', zh: '每次最多指定 {most} 名客户' },
  CUSTOMER_NOT_IN_PORTFOLIO: { rule: '2.13', en: 'the customer {customerId} is not one of his', zh: '客户 {customerId} 不在其名下' },
  REASON_REQUIRED: { rule: '1.5', en: 'say why in at least {atLeast} characters', zh: '请说明理由（不少于 {atLeast} 个字符）' },
  CONSENT_MISSING: { rule: 'G1', en: 'the written consent {kind} is missing or no longer valid', zh: '缺少有效的书面授权：{kind}' },
} as const satisfies RefusalCatalogue;
