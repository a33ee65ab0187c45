// Why the loan approval committee (贷款审批委员会) says no to an act: the closed list of its refusals. Each names the rule of the company, the
// gate or the parameter it follows from, and says in both languages what to do about it.
import type { RefusalCatalogue } from '@weilend/kernel';
import { caseErrors } from './case/case.errors.js';

export const approvalErrors = {
  FRACTION_INVALID: {
    rule: '4.12',
    en: '{name} must be a fraction above {above} and at most 1, in whole numbers',
    zh: '{name} 必须是大于 {above}、不超过 1 的整数分数',
  },
  POLICY_BANDS_INVALID: { rule: '4.12', en: 'the authority bands do not fit: {problem}', zh: '审批权限档设置不当：{problem}' },
  POLICY_RETROACTIVE: {
    rule: '1.2',
    en: 'a policy takes effect today or later, not on {effectiveFrom}',
    zh: '政策只能自今日或之后生效，不能自 {effectiveFrom} 生效',
  },
  POLICY_MISSING: {
    rule: '7.3',
    en: 'no committee policy is in force on {on}: the chair must publish one first',
    zh: '{on} 没有生效的审批政策：请主任委员先发布',
  },
  OVER_AUTHORITY: {
    rule: '7.3',
    en: 'the amount {amount} is above the highest authority of the company, {limit}',
    zh: '金额 {amount} 超过公司最高审批权限 {limit}',
  },
  OVER_PRODUCT_LIMIT: {
    rule: '7.3',
    en: '{what} {value} is outside the limits of the product, {from} to {to}',
    zh: '{what} {value} 超出产品限额 {from} 至 {to}',
  },
  PRODUCT_UNFIT: { rule: '7.3', en: 'the product is not offered for {what} {value}', zh: '该产品不适用于 {what} {value}' },
  ALREADY_DECIDED: {
    rule: '4.12',
    en: 'this report was already put before the committee as case {caseId}',
    zh: '该报告已作为案件 {caseId} 提交委员会',
  },
  CASE_STILL_OPEN: { rule: '4.12', en: 'case {caseId} about this application is still open', zh: '该申请的案件 {caseId} 尚未结束' },
  APPROVAL_IN_FORCE: {
    rule: '7.3',
    en: 'the approval {decisionId} of this application is still in force or signed',
    zh: '该申请的审批决定 {decisionId} 仍然有效或已签约',
  },
  EVIDENCE_NOT_ACCEPTED: { rule: '4.14', en: 'the committee secretary does not accept the evidence', zh: '委员会秘书未认可落实证据' },
  TERM_END_PAST: {
    rule: '4.12',
    en: 'what was decided before stays decided: let the term end on {earliest} or later',
    zh: '已作出的决议不受影响：任期最早于 {earliest} 结束',
  },
  TERM_INVALID: { rule: '4.12', en: 'a term of office ends after it begins', zh: '任期的结束日期必须晚于开始日期' },
  TERM_OVERLAPS: { rule: '4.12', en: 'this person already serves as {role} from {from}', zh: '该人员自 {from} 起已担任 {role}' },
  CHAIR_TAKEN: { rule: '4.12', en: 'the committee has a chair already at that time', zh: '该期间委员会已有主任委员' },
  ROLE_NOT_HELD: { rule: '4.12', en: 'hr does not list this person as {role}', zh: '人力资源系统中该人员没有 {role} 角色' },
  NOT_A_MEMBER: { rule: '4.12', en: 'you do not serve on the committee with a vote today', zh: '您今日不是有表决权的委员' },
  RECUSED: { rule: 'G4', en: 'this member is recused from the case: {reason}', zh: '该委员已回避本案：{reason}' },
  ALREADY_RECUSED: { rule: 'G4', en: 'this member is recused already', zh: '该委员已经回避' },
  ALREADY_VOTED: { rule: 'G4', en: 'each member has one vote per case, and this one is cast', zh: '每位委员每案一票，已投票' },
  CHAIR_DECIDES_ALONE: { rule: '4.12', en: 'a loan of this size is decided by the chair alone', zh: '该金额由主任委员一人审批' },
  SEATS_TAKEN: { rule: '4.12', en: 'all {seats} seats of the small committee have voted', zh: '小组 {seats} 个席位均已投票' },
  REASON_REQUIRED: { rule: '4.13', en: 'give a reason in words', zh: '请写明理由' },
  QUORUM_NOT_REACHED: {
    rule: 'G4',
    en: '{cast} votes are cast, {needed} of {base} are needed',
    zh: '已投 {cast} 票，{base} 席中至少需要 {needed} 票',
  },
  COMMITTEE_TOO_SMALL: {
    rule: 'G4',
    en: 'only {present} unrecused members serve, the policy needs {needed}',
    zh: '未回避委员仅 {present} 人，政策要求 {needed} 人',
  },
  VOTING_STARTED: { rule: '4.12', en: 'votes are cast on these terms: they cannot change any more', zh: '已开始表决，条件不能再变更' },
  TERMS_HIGHER_THAN_ASKED: { rule: '4.12', en: '{what} {value} is higher than asked, {asked}', zh: '{what} {value} 高于申请值 {asked}' },
  CONDITION_INVALID: { rule: '4.13', en: 'a condition needs {what}', zh: '审批条件缺少 {what}' },
  CONDITION_DUE_DATE: { rule: '4.13', en: 'a condition is due between {from} and {to}', zh: '条件的到期日须在 {from} 与 {to} 之间' },
  OPINION_ALREADY_ASKED: {
    rule: '8.5',
    en: '{department} has been asked already and has not answered yet',
    zh: '已向 {department} 征求意见，尚未答复',
  },
  OPINION_QUESTION_MISSING: { rule: '8.5', en: 'the question must be written out', zh: '须填写征求意见的问题' },
  PERSONAL_NUMBER_IN_TEXT: {
    rule: '3.7',
    en: '{what} must not hold a telephone, identity or account number',
    zh: '{what}中不得填写电话、身份证或账户号码',
  },
  VETO_GIVEN: { rule: '4.12', en: 'the chair has vetoed this case already', zh: '主任委员已行使否决权' },
  VETO_NOT_GRANTED: { rule: '4.12', en: 'the policy grants no veto in this band', zh: '本权限档未授予否决权' },
  REJECTION_NEEDS_REASONS: { rule: '4.13', en: 'a rejection needs at least one reason', zh: '不同意须至少说明一条理由' },
  DECISION_UNKNOWN: { rule: 'G4', en: 'there is no decision {decisionId} on this application', zh: '该申请没有决定 {decisionId}' },
  DECISION_NOT_IN_FORCE: {
    rule: '4.14',
    en: 'the decision is {state}: its conditions can no longer be settled',
    zh: '决定状态为 {state}，不能再落实条件',
  },
  EVIDENCE_MISSING: { rule: '4.14', en: 'no evidence is given for: {conditions}', zh: '以下条件缺少落实证据：{conditions}' },
  EVIDENCE_UNKNOWN: {
    rule: '4.14',
    en: 'evidence is given for conditions that the decision does not have: {conditions}',
    zh: '证据对应的条件不在决定中：{conditions}',
  },
  CONFIRMED_BY_SELLER: {
    rule: '7.3',
    en: 'the salesperson or an investigator of the loan may not confirm its conditions',
    zh: '该笔贷款的客户经理或调查人不得确认条件',
  },
  DECISION_LAPSED: { rule: '4.14', en: 'the approval ran out on {validUntil}', zh: '审批已于 {validUntil} 失效' },
  AGENDA_EMPTY: { rule: '4.12', en: 'a session needs at least one case on its agenda', zh: '会议议程至少包含一个案件' },
  AGENDA_CASE_CLOSED: { rule: '4.12', en: 'these cases are not open: {cases}', zh: '以下案件不是待审状态：{cases}' },
  AGENDA_CASE_TAKEN: {
    rule: '4.12',
    en: 'these cases are on the agenda of another open session: {cases}',
    zh: '以下案件已列入其他未结束会议：{cases}',
  },
  ...caseErrors,
} as const satisfies RefusalCatalogue;
