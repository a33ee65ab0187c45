import type { RefusalCatalogue } from '@weilend/kernel';
import { bureauErrors } from './bureau/bureau.errors.js';
import { checksErrors } from './checks/checks.errors.js';
import { investigationErrors } from './investigation/investigation.errors.js';
import { reportErrors } from './report/report.errors.js';
import { scorecardErrors } from './scorecard/scorecard.errors.js';
import { alertErrors } from './alert/alert.errors.js';
import { warningRuleErrors } from './early-warning/warning-rule.errors.js';
import { watchErrors } from './watch/watch.errors.js';

// What the risk department refuses, why, and what to do about it. The list is closed: a refusal that is not here cannot be given.
export const riskErrors = {
  ...bureauErrors,
  ...scorecardErrors,
  ROUND_ALREADY_INVESTIGATED: {
    rule: '4.8',
    en: 'round {round} of this application has its investigation already: hand over a new round',
    zh: '本申请第 {round} 轮已有调查：请以新一轮移交',
  },
  INVESTIGATION_STILL_OPEN: { rule: '4.8', en: 'the investigation of an earlier round is still open', zh: '上一轮调查尚未结束' },
  INVESTIGATORS_NOT_TWO: {
    rule: '4.11',
    en: 'an investigation needs exactly two different investigators',
    zh: '双人调查：须为两名不同的调查员',
  },
  INVESTIGATOR_NOT_ELIGIBLE: {
    rule: '4.11',
    en: '{employeeId} is not an active investigator of the company',
    zh: '{employeeId} 不是在职的调查员',
  },
  NOT_ASSIGNED: { rule: '4.11', en: 'only the two assigned investigators may do this', zh: '只有指定的两名调查员可以操作' },
  TEXT_MISSING: { rule: '4.10', en: '{what} must be written out', zh: '须填写{what}' },
  PERSONAL_NUMBER_IN_TEXT: {
    rule: '3.7',
    en: '{what} must not hold a telephone, identity or account number',
    zh: '{what}中不得填写电话、身份证或账户号码',
  },
  CHECK_IN_FUTURE: { rule: '4.10', en: 'a check is recorded after it was done, not before', zh: '只能记录已完成的核查' },
  PHOTO_MISSING: { rule: '4.10', en: 'a site visit needs at least one photo as evidence', zh: '实地走访须至少附一张照片' },
  PEOPLE_MET_MISSING: { rule: '4.10', en: 'a site visit names the people met', zh: '实地走访须记录见面人员' },
  ANSWERS_MISSING: {
    rule: '4.10',
    en: 'a telephone verification records at least one question with its answer',
    zh: '电话核实须至少记录一个问题及回答',
  },
  FACT_OUT_OF_RANGE: { rule: '4.10', en: '{fact} must be between {from} and {to}', zh: '{fact} 须在 {from} 与 {to} 之间' },
  CONSENT_MISSING: {
    rule: 'G2',
    en: 'the customer has given no written consent to a credit inquiry (CREDIT_INQUIRY)',
    zh: '没有客户的书面征信查询授权',
  },
  CONSENT_EXPIRED: {
    rule: 'G2',
    en: 'the consent to the credit inquiry was valid until {validUntil}',
    zh: '征信查询授权有效期至 {validUntil}',
  },
  CONSENT_PURPOSE_MISSING: { rule: 'G2', en: 'the consent to the credit inquiry names no purpose', zh: '征信查询授权未载明用途' },
  PURPOSE_NOT_CONSENTED: {
    rule: 'G2',
    en: 'the customer consented to another purpose than "{purpose}"',
    zh: '客户授权的用途不是“{purpose}”',
  },
  IDENTITY_INVALID: { rule: '3.6', en: 'the identity number is not valid: check it digit by digit', zh: '证件号码无效，请逐位核对' },
  IDENTITY_MISMATCH: {
    rule: 'G2',
    en: 'the identity number is not that of the borrower who consented',
    zh: '证件号码与授权的借款人不一致',
  },
  BUREAU_ALREADY_INQUIRED: {
    rule: 'G2',
    en: 'the bureau has been asked already ({state}): one consent covers one inquiry per application round',
    zh: '已查询征信（{state}）：一次授权只查询一次',
  },
  CHECK_NOT_WAIVABLE: { rule: '4.10', en: '{check} can not be waived', zh: '{check} 不得免除' },
  CHECK_ALREADY_RECORDED: { rule: '4.10', en: '{check} is recorded or waived already', zh: '{check} 已记录或已免除' },
  INVESTIGATORS_MISSING: { rule: 'G3', en: 'two investigators must be assigned before the report', zh: '出具报告前须指定两名调查员' },
  SITE_VISIT_MISSING: { rule: 'G3', en: 'at least one site visit is needed before the report', zh: '出具报告前须至少一次实地走访' },
  CHECK_MISSING: { rule: 'G3', en: '{check} is neither recorded nor waived with a reason', zh: '{check} 既未记录也未说明免除理由' },
  SECTION_MISSING: { rule: '4.9', en: 'the mandatory section {section} is missing or too short', zh: '缺少必备章节 {section} 或内容过短' },
  FIVE_C_MISSING: { rule: 'G3', en: 'the assessment of {part} (5C) is missing', zh: '缺少 5C 中的 {part} 评价' },
  RECOMMENDATION_MILDER: {
    rule: 'G3',
    en: 'the scorecard says {scored}: the report may be stricter, never milder ({recommendation})',
    zh: '评分卡结论为 {scored}：报告可更严，不可更宽（{recommendation}）',
  },
  RATING_MILDER: {
    rule: 'G3',
    en: 'the scorecard rates {scored}: the report may not rate {rating}',
    zh: '评分卡评级为 {scored}：报告不得评为 {rating}',
  },
  RECOMMENDATION_REASON_MISSING: {
    rule: 'G3',
    en: 'a rejection or a departure from the scorecard needs its reason',
    zh: '拒绝或偏离评分卡须说明理由',
  },
  CONDITIONS_MISSING: { rule: '4.13', en: 'APPROVE_WITH_CONDITIONS names at least one condition', zh: '有条件同意须至少列一项条件' },
  TERMS_ABOVE_REQUEST: { rule: '4.11', en: 'the recommended {what} may not be above what was asked for', zh: '建议的{what}不得高于申请' },
  TERMS_OUTSIDE_PRODUCT: {
    rule: '4.11',
    en: 'the recommended {what} is outside of the limits of the product',
    zh: '建议的{what}超出产品范围',
  },
  RATE_ABOVE_CAP: { rule: 'rate.hard-cap', en: 'the recommended rate is above the cap of {cap} a year', zh: '建议利率高于上限 {cap}' },
  RETURN_REASONS_MISSING: { rule: '4.7', en: 'a return names what is missing', zh: '退回须说明所缺内容' },
  RETURNED_FOR_SUPPLEMENT: {
    rule: '4.7',
    en: 'the investigation needs more from the customer: {missing}',
    zh: '调查需要客户补充：{missing}',
  },
  INFORMATION_ALREADY_ASKED: {
    rule: '7.2',
    en: 'sales has this question already and has not answered it yet',
    zh: '该问题已向销售部提出，尚未答复',
  },
  BUREAU_REPORT_ABSENT: { rule: '4.10', en: 'the bureau has not answered this inquiry', zh: '该查询尚无征信报告' },
  ...alertErrors,
  ...watchErrors,
  ...warningRuleErrors,
  OPINION_TEXT_MISSING: { rule: '8.5', en: 'write it out in at least {atLeast} characters', zh: '请填写内容（不少于 {atLeast} 个字符）' },
  OPINION_NOT_GIVEN: { rule: '8.5', en: 'the department has no opinion on this application', zh: '该部门对此申请不发表意见' },
  ...investigationErrors,
  ...checksErrors,
  ...reportErrors,
} as const satisfies RefusalCatalogue;
