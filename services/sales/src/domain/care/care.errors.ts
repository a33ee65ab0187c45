import type { RefusalCatalogue } from '@weilend/kernel';

// What may be refused about visits, feedback, surveys and customer events, with the rule behind it.
export const careErrors = {
  VISIT_DAY_PAST: { rule: '3.11', en: 'a visit is planned for {today} or later', zh: '回访日期不得早于 {today}' },
  VISIT_TOO_LATE: {
    rule: '3.10',
    en: 'the visit is due no later than {latestOn}: choose an earlier day',
    zh: '回访最迟应在 {latestOn}，请选择更早的日期',
  },
  VISIT_MARK_TAKEN: {
    rule: '5.2',
    en: 'the customer gave a mark of a visit on {on} already: record this visit without one',
    zh: '该客户 {on} 已有回访评分，请不带评分登记本次回访',
  },
  FOLLOW_UP_DAY_PAST: { rule: '3.11', en: 'a follow-up is due on {today} or later', zh: '跟进期限不得早于 {today}' },
  FOLLOW_UP_NEXT_FOREIGN: {
    rule: '3.11',
    en: 'somebody else serves the customer: complete it without a next one, and tell him what is still owed',
    zh: '该客户已由其他客户经理服务，请不带后续事项办结，并告知其仍需跟进的内容',
  },
  ABOUT_NEEDS_COMPLAINT: { rule: '3.12', en: 'only a complaint is about an employee', zh: '仅投诉可以指明被投诉人' },
  TICKET_ABOUT_OWNER: { rule: '3.12', en: 'who is complained about has no hand in the complaint', zh: '被投诉人不得经办该投诉' },
  COMPLAINT_ABOUT_UNSAID: {
    rule: '3.12',
    en: 'say whom the complaint is about, or that it is about nobody in particular: one of the two',
    zh: '请指明被投诉人，或说明不针对特定人员（二者择一）',
  },
  COMPLAINT_OF_OWN_CUSTOMER: {
    rule: '3.12',
    en: "a complaint is not handled by the customer's own salesperson: leave it to the manager or to a colleague",
    zh: '投诉不得由该客户的客户经理处理，请交由销售经理或其他同事处理',
  },
  COMPLAINT_ABOUT_STRANGER: {
    rule: '3.12',
    en: '{employeeId} is no employee: name who is complained about, or nobody',
    zh: '{employeeId} 不是公司员工，请指明被投诉人或选择不针对特定人员',
  },
  SUBJECT_UNCHANGED: {
    rule: '3.12',
    en: 'the complaint is about that already: name somebody else',
    zh: '被投诉人未变化，请指明其他人员',
  },
  TICKET_CLOSED: { rule: '3.12', en: 'the ticket is closed: open it again first', zh: '反馈已办结，请先重新打开' },
  TICKET_OWNER_MISSING: {
    rule: '3.12',
    en: 'name who handles the complaint: no sales manager is on duty',
    zh: '没有在岗的销售经理，请指定投诉经办人',
  },
  REOPEN_TOO_LATE: {
    rule: '3.12',
    en: 'it could be opened again until {lastOn}: open a new ticket',
    zh: '重新打开的期限为 {lastOn}，请新建反馈',
  },
  FEEDBACK_APPLICATION_FOREIGN: { rule: '3.12', en: 'the application belongs to another customer', zh: '该申请不属于此客户' },
  QUESTIONNAIRE_INVALID: { rule: '5.2', en: 'the questionnaire is not complete: {problem}', zh: '问卷有误：{problem}' },
  ANSWER_INVALID: { rule: '5.2', en: 'the answer to {key} is not good: {problem}', zh: '问题 {key} 的回答有误：{problem}' },
  SURVEY_ENDED: { rule: '5.2', en: 'the survey takes answers until {endsOn}', zh: '调查截止日期为 {endsOn}' },
  SURVEY_ANSWERED: { rule: '5.2', en: 'thank you: the survey is answered already', zh: '您已完成该调查，谢谢' },
  SURVEY_LINK_EXPIRED: {
    rule: '5.2',
    en: 'the link has expired: ask the company for another one',
    zh: '链接已过期，请联系公司重新获取',
  },
  SURVEY_LINK_REFUSED: {
    rule: '5.2',
    en: 'the link is not good: ask the company for another one',
    zh: '链接无效，请联系公司重新获取',
  },
  SURVEY_LINK_OWN_CUSTOMER: {
    rule: '5.2',
    en: "the link of one's own customer is handed out by somebody else: ask another manager or compliance",
    zh: '本人名下客户的调查链接须由其他销售经理或合规人员发出',
  },
  SURVEY_LINK_FOR_CUSTOMER: {
    rule: '5.2',
    en: 'the link is for the customer alone: sign out, and let him answer himself',
    zh: '该链接仅供客户本人使用，员工账号不得打开或作答',
  },
  SURVEY_LINK_ISSUER: {
    rule: '5.2',
    en: 'you handed out the link of this customer: a colleague writes his answers down',
    zh: '您已发出该客户的问卷链接，须由其他同事代为登记答卷',
  },
  CUSTOMER_EVENT_INVALID: { rule: '3.13', en: 'the event is not complete: {problem}', zh: '活动信息有误：{problem}' },
  MARKETING_CONSENT_MISSING: {
    rule: '3.13',
    en: 'the customer {customerId} has not consented to marketing: record his consent first',
    zh: '客户 {customerId} 未授权营销联系，请先登记授权',
  },
  EVENT_OVER: { rule: '3.13', en: 'the event is {state}', zh: '活动状态为 {state}' },
  EVENT_TO_COME: { rule: '3.13', en: 'the event is on {heldOn}: record it afterwards', zh: '活动日期为 {heldOn}，请在举办后登记' },
  EVENT_FULL: { rule: '3.13', en: 'an event has at most {most} guests', zh: '每场活动受邀客户不超过 {most} 名' },
  ATTENDEE_NOT_INVITED: { rule: '3.13', en: 'the customer {customerId} was not invited', zh: '客户 {customerId} 未受邀' },
} as const satisfies RefusalCatalogue;
