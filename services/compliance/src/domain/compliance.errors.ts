// Why legal and compliance (法务合规) says no: the closed list of its refusals, each with the rule of the company it follows from and a text in
// both languages that says what to do.
import type { RefusalCatalogue } from '@weilend/kernel';

export const complianceErrors = {
  PARAMETER_KEY_UNKNOWN: { rule: '1.2', en: 'no service decides on a parameter {key}', zh: '没有名为 {key} 的参数' },
  PARAMETER_VALUE_INVALID: {
    rule: '1.2',
    en: '"{value}" is not a value of {unit}: {problem}',
    zh: '“{value}”不是有效的 {unit} 值：{problem}',
  },
  PARAMETER_BASIS_MISSING: { rule: '1.2', en: 'name the law or decision that the value rests on', zh: '请写明该参数的法律或制度依据' },
  PARAMETER_RETROACTIVE: {
    rule: '1.2',
    en: 'a value takes effect today or later, not on {effectiveFrom}',
    zh: '参数只能自今日或之后生效，不能自 {effectiveFrom} 生效',
  },
  PARAMETER_DATE_TAKEN: {
    rule: '1.2',
    en: 'another value of {key} takes effect on {effectiveFrom}',
    zh: '{key} 已有自 {effectiveFrom} 生效的值',
  },
  FOUR_EYES: { rule: '1.2', en: 'who proposed a value may not approve it', zh: '提出人不得自行批准' },
  VIOLATION_TEXT_MISSING: { rule: '7.8', en: 'describe what happened', zh: '请描述违规事实' },
  VIOLATION_PERSON_UNKNOWN: {
    rule: '5.4',
    en: 'nobody is named: a violation is confirmed against a person',
    zh: '尚未指明当事人：确认违规须指明当事人',
  },
  VIOLATION_PERSON_NOT_EMPLOYED: {
    rule: '5.4',
    en: 'hr does not know the person {employeeId}',
    zh: '人力资源系统中没有该人员 {employeeId}',
  },
  VIOLATION_OWN_CASE: {
    rule: '7.11',
    en: 'nobody investigates or judges what he is accused of or has reported',
    zh: '当事人和举报人不得调查或认定本案',
  },
  VIOLATION_INVESTIGATED: {
    rule: '5.4',
    en: 'you investigated this case: another person of compliance confirms or dismisses it',
    zh: '您是本案调查人：须由其他法务合规人员认定或不予认定',
  },
  VIOLATION_FINDINGS_MISSING: { rule: '5.4', en: 'say what the investigation found', zh: '请写明调查结论' },
  RULE_TEXT_MISSING: { rule: '7.7', en: 'a rule needs a code, a title and a text', zh: '制度须有编号、标题和正文' },
  RULE_RETROACTIVE: {
    rule: '7.7',
    en: 'a rule takes effect today or later, not on {effectiveFrom}',
    zh: '制度只能自今日或之后生效，不能自 {effectiveFrom} 生效',
  },
  RULE_SUPERSEDED: {
    rule: '7.7',
    en: 'version {ruleVersion} was replaced: acknowledge the newest one',
    zh: '第 {ruleVersion} 版已被替代：请确认最新版本',
  },
  RULE_NOT_ADDRESSED: { rule: '7.7', en: 'this rule is not addressed to your role', zh: '该制度不适用于您的岗位' },
  RULE_ACKNOWLEDGED: { rule: '7.7', en: 'you have acknowledged this version already', zh: '您已确认该版本' },
  OPINION_TEXT_MISSING: { rule: '8.5', en: 'write it out in at least {atLeast} characters', zh: '请填写内容（不少于 {atLeast} 个字符）' },
  OPINION_NOT_GIVEN: { rule: '8.5', en: 'the department has no opinion on this application', zh: '该部门对此申请不发表意见' },
  CONTRACT_REVIEW_OWN_WORK: {
    rule: '7.11',
    en: 'you have worked on this application: another person of compliance reviews its contract',
    zh: '您参与过该申请，合同须由其他法务合规人员审查',
  },
  CONTRACT_TO_BE_CHANGED: { rule: '2.12', en: 'the contract has to be changed: {reason}', zh: '合同须修改：{reason}' },
  PERSONAL_NUMBER_IN_TEXT: {
    rule: '3.7',
    en: '{what} must not hold a telephone, identity or account number',
    zh: '{what}中不得填写电话、身份证或账户号码',
  },
} as const satisfies RefusalCatalogue;
