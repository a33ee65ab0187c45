// Why the committee as a body says no: to a policy that one person makes alone, to a vote for a seat that has voted, to a tie that somebody hides,
// to a sitting without enough people, to a condition that somebody would let go by himself, to looking at the same facts a second time.
import type { RefusalCatalogue } from '@weilend/kernel';

export const caseErrors = {
  POLICY_OWN_DRAFT: { rule: '4.12', en: 'another person than the drafter must approve the policy', zh: '审批政策须由起草人以外的人批准' },
  POLICY_RULE_INVALID: {
    rule: '4.12',
    en: 'the rule for {what} must be a whole number above zero, and each stands once',
    zh: '{what} 的规则须为正整数，且不得重复',
  },
  OVER_CUSTOMER_LIMIT: {
    rule: '7.3',
    en: 'the amount {amount} is above {limit}, the most that the policy allows for {customerType}',
    zh: '金额 {amount} 超过政策对 {customerType} 的上限 {limit}',
  },
  SUBSTITUTE_WITHOUT_SEAT: {
    rule: '4.12',
    en: 'name the serving member whose seat a substitute takes; nobody else has such a seat',
    zh: '候补委员须指明其替代的在任委员；其他职务不得填写',
  },
  SUBSTITUTE_NOT_CALLED: {
    rule: '4.12',
    en: 'a substitute votes only while the member is recused or absent',
    zh: '仅在委员回避或缺席期间，候补委员方可表决',
  },
  SEAT_VOTED: { rule: 'G4', en: 'this seat has voted already', zh: '该席位已投票' },
  MEMBER_ABSENT: { rule: '4.12', en: 'you are absent today on record: end the absence first', zh: '您今日登记为缺席：请先结束缺席' },
  ABSENCE_INVALID: {
    rule: '4.12',
    en: 'an absence ends on or after its first day and not before {today}',
    zh: '缺席截止日不得早于起始日或 {today}',
  },
  TERM_LIMIT: {
    rule: '4.12',
    en: 'the policy allows {most} terms in one office one after the other',
    zh: '政策规定同一职务最多连任 {most} 届',
  },
  CONFLICT_KNOWN: { rule: 'G4', en: 'this tie is on record already', zh: '该关联关系已登记' },
  CONFLICT_ENDED: { rule: 'G4', en: 'this tie ended on {on}', zh: '该关联关系已于 {on} 终止' },
  CONFLICT_OWN: { rule: 'G4', en: 'nobody ends a tie of his own: ask the secretary', zh: '不得自行终止本人的关联登记：请由秘书办理' },
  CIRCULATION_RUNNING: { rule: '4.12', en: 'the case is circulated already', zh: '该案件已在传签表决中' },
  CIRCULATION_DEADLINE: { rule: '4.12', en: 'a circulated vote ends after it begins', zh: '传签截止时间须晚于开始时间' },
  CIRCULATION_NOT_DUE: { rule: '4.12', en: 'no circulated vote of this case has come to its end', zh: '该案件没有到期的传签表决' },
  CIRCULATION_OPEN: {
    rule: '4.12',
    en: 'the circulated vote runs until {until} and not everybody has voted: wait, or hold a sitting after it',
    zh: '传签表决至 {until} 截止且尚有委员未表决：请等待截止',
  },
  RATE_OVER_CAP: {
    rule: '7.3',
    en: 'the annual rate {rate} is above the legal cap {cap}: propose a lower one',
    zh: '年利率 {rate} 超过法定上限 {cap}：请提出更低利率',
  },
  CIRCULATION_CLOSED: { rule: '4.12', en: 'the circulated vote has ended', zh: '传签表决已截止' },
  VOTE_TIED: {
    rule: '4.12',
    en: '{yes} yes and {no} no: the policy sends a tied case back to risk',
    zh: '{yes} 票同意、{no} 票不同意：政策规定平票退回补充调查',
  },
  RETURN_WITHOUT_REPORT: {
    rule: '4.12',
    en: 'a case that looks at a decision again has no report to send back: decide it',
    zh: '复议案件没有可退回的报告：请作出决定',
  },
  SESSION_IN_PAST: { rule: '4.12', en: 'a sitting is called for a moment ahead', zh: '会议须召集在未来时间' },
  NOT_INVITED: { rule: '4.12', en: 'these people are not invited: {people}', zh: '以下人员未受邀：{people}' },
  QUORUM_AT_OPENING: {
    rule: 'G4',
    en: '{present} people are not a quorum for any case: cancel the sitting or wait',
    zh: '到会 {present} 人，任何案件均不足法定人数：请取消会议或等待',
  },
  CONDITION_UNKNOWN: { rule: '4.14', en: 'no open condition: {conditions}', zh: '没有未落实的条件：{conditions}' },
  CONDITION_CHANGE_OPEN: {
    rule: '4.14',
    en: 'the committee has another change of a condition before it',
    zh: '委员会正在审议另一项条件变更',
  },
  CONDITION_CHANGE_MISSING: { rule: '4.14', en: 'no change of a condition is before the committee', zh: '没有待审议的条件变更' },
  CONDITION_CHANGE_BY_CHAIR: { rule: '4.14', en: 'the policy leaves this change to the chair', zh: '政策规定由主任委员决定该变更' },
  CONDITION_CHANGE_BY_VOTE: { rule: '4.14', en: 'the policy asks for a vote on this change', zh: '政策规定该变更须经表决' },
  RECONSIDERATION_CLOSED: {
    rule: '4.12',
    en: 'only a rejection, or an approval that lapsed over a condition, is looked at again; this one is {state}',
    zh: '仅不同意决定或因条件逾期失效的审批可以复议；当前状态 {state}',
  },
  APPLICATION_WITHDRAWN: { rule: '4.12', en: 'the customer has withdrawn this application', zh: '客户已撤回该申请' },
  RECONSIDERED_ALREADY: { rule: '4.12', en: 'a decision is looked at again once only', zh: '同一申请只能复议一次' },
  RECONSIDERATION_NOT_YOURS: {
    rule: '4.12',
    en: 'whoever serves the customer now asks for it, or the manager of sales',
    zh: '复议由现任客户经理或销售经理提出',
  },
  NEW_FACT_UNKNOWN: {
    rule: '4.12',
    en: 'no paper {fileId} with this hash lies in the file of the application: attach it there first, and ask again in a moment',
    zh: '申请档案中没有该哈希值的材料 {fileId}：请先在申请中上传，稍后再提出复议',
  },
  NEW_FACTS_MISSING: {
    rule: '4.12',
    en: 'say in at least {least} characters what is new, and name a document that was not there',
    zh: '请以不少于 {least} 个字说明新情况，并附上此前没有的材料',
  },
} as const satisfies RefusalCatalogue;
