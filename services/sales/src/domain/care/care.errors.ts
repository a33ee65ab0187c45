import type { RefusalCatalogue } from '@weilend/kernel';

// What may be refused about visits, feedback, surveys and customer events, with the rule behind it.
export const careErrors = {
  VISIT_DAY_PAST: { rule: '3.11', en: 'a visit is planned for {today} or later', zh: '回访日期不得早于 {today}' },
  VISIT_TOO_LATE: {
    rule: '3.10',
    en: 'the visit is due no later than {latestOn}: choose an earlier day',
    zh: '回访最迟应在 {latestOn}，请选择更早的日期',
  },
  FOLLOW_UP_DAY_PAST: { rule: '3.11', en: 'a follow-up is due on {today} or later', zh: '跟进期限不得早于 {today}' },
  ABOUT_NEEDS_COMPLAINT: { rule: '3.12', en: 'only a complaint is about an employee', zh: '仅投诉可以指明被投诉人' },
  TICKET_ABOUT_OWNER: { rule: '3.12', en: 'who is complained about has no hand in the complaint', zh: '被投诉人不得经办该投诉' },
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
    en: 'the link has expired: ask your salesperson for another one',
    zh: '链接已过期，请联系客户经理重新获取',
  },
  SURVEY_LINK_REFUSED: {
    rule: '5.2',
    en: 'the link is not good: ask your salesperson for another one',
    zh: '链接无效，请联系客户经理重新获取',
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
