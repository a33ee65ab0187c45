// What coordination refuses, each with the rule behind it: who may move a piece of work, how a meeting is held and closed, and how far the
// company's clock may be moved in a demonstration.
import type { RefusalCatalogue } from '@weilend/kernel';

export const coordinationErrors = {
  HANDOFF_OF_OTHERS: {
    rule: '8.4',
    en: 'the handoff {handoffId} is work of {department}: only its people or the coordinator may {act} it',
    zh: '交接 {handoffId} 属于 {department}：只有该部门人员或协调员可以执行 {act}',
  },
  ASSIGNEE_NOT_OF_DEPARTMENT: {
    rule: '8.4',
    en: '{employeeId} does not work in {department}: assign the handoff to one of its people',
    zh: '{employeeId} 不在 {department}：请指派给该部门人员',
  },
  REASON_MISSING: { rule: '8.6', en: 'give a reason: {act} without one cannot be followed later', zh: '请填写原因：{act} 必须说明原因' },
  ESCALATION_INVALID: {
    rule: 'escalation.*',
    en: 'the escalation rates must rise: reminder {reminderAt} < 1, level 2 after {level2After} < level 3 after {level3After}',
    zh: '升级参数须递增：提醒 {reminderAt} < 1，二级 {level2After} < 三级 {level3After}',
  },
  CALENDAR_INVALID: {
    rule: 'calendar.*',
    en: 'the company calendar {key} cannot be used: {problem}',
    zh: '公司日历 {key} 无法使用：{problem}',
  },
  MEETING_DEPARTMENTS_TOO_FEW: {
    rule: '8.3',
    en: 'a cross-department meeting needs at least two departments, not {count}',
    zh: '跨部门会议至少需要两个部门，目前 {count} 个',
  },
  MEETING_SLOT_OUTSIDE_WORKING_TIME: {
    rule: '8.1',
    en: 'a meeting from {startsAt} for {minutes} minutes does not fit into the working hours of a coming working day',
    zh: '会议时间 {startsAt}（{minutes} 分钟）不在后续工作日的工作时间内',
  },
  MEETING_QUORUM_MISSED: {
    rule: '8.3',
    en: '{present} of {convened} departments are present, {needed} are needed; absent: {absent}',
    zh: '出席部门 {present}/{convened}，需要 {needed}；缺席：{absent}',
  },
  MEETING_NOT_YET_BEGUN: {
    rule: '8.3',
    en: 'the meeting begins at {startsAt}: nobody can have attended before',
    zh: '会议于 {startsAt} 开始，尚不能登记出席',
  },
  MEETING_GUEST_UNKNOWN: { rule: '8.3', en: '{employeeId} is not an active employee of the company', zh: '{employeeId} 不是在职员工' },
  MINUTES_SECTION_MISSING: {
    rule: '8.2',
    en: 'the minutes lack: {sections}; each of the four sections must say something',
    zh: '会议纪要缺少：{sections}；四个部分都必须填写',
  },
  RESOLUTION_INVALID: {
    rule: '8.3',
    en: 'the resolution needs a text, a department and a due date that is not past; {problem}',
    zh: '决议须有内容、部门与未过期的完成日期；{problem}',
  },
  RESOLUTION_UNKNOWN: { rule: '8.3', en: 'the meeting has no resolution {resolutionId}', zh: '会议没有决议 {resolutionId}' },
  RESOLUTION_SETTLED: { rule: '8.3', en: 'the resolution {resolutionId} is {state} already', zh: '决议 {resolutionId} 已是 {state}' },
  RESOLUTION_OF_OTHERS: {
    rule: '8.3',
    en: 'the resolution {resolutionId} belongs to {department}: only its people or the coordinator may settle it',
    zh: '决议 {resolutionId} 属于 {department}：只有该部门人员或协调员可以办结',
  },
  RESOLUTIONS_OPEN: {
    rule: '8.3',
    en: 'a meeting closes when each resolution is done or withdrawn; open: {open}',
    zh: '所有决议办结或撤回后会议才能关闭；未办结：{open}',
  },
  COLLABORATION_INVALID: { rule: '8.4', en: 'the request cannot be sent: {problem}', zh: '协作请求无法发送：{problem}' },
  SECOND_PERSON_NEEDED: {
    rule: '7.3',
    en: 'a message to {department} may be money: another person must agree before it is given up',
    zh: '发往 {department} 的消息可能涉及资金：须由另一人同意后才能放弃',
  },
  CLOCK_NOT_CONTROLLED: {
    rule: 'CLOCK_MODE',
    en: 'the company clock follows the real time here: it can be moved only where CLOCK_MODE=controlled, never in production',
    zh: '此环境的业务时钟跟随真实时间：仅在 CLOCK_MODE=controlled 且非生产环境下可以调整',
  },
  CLOCK_ONLY_FORWARD: {
    rule: 'CLOCK_MODE',
    en: 'it is {now} already: the clock moves forward only',
    zh: '当前业务时间 {now}：时钟只能向前',
  },
  CLOCK_TOO_FAR: { rule: 'CLOCK_MODE', en: 'one advance covers at most {days} days', zh: '一次最多前进 {days} 天' },
  CLOCK_ADVANCE_RUNNING: {
    rule: 'CLOCK_MODE',
    en: 'the advance {clockAdvanceId} is still running: wait until it has arrived',
    zh: '时钟调整 {clockAdvanceId} 尚未完成：请等待其到达',
  },
} as const satisfies RefusalCatalogue;
