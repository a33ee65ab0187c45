import type { RefusalCatalogue } from '@weilend/kernel';

// What hr is told when an appointment, a change, a deactivation, a return or a leave is refused.
export const employeeErrors = {
  EMPLOYEE_NUMBER_TAKEN: {
    rule: '2.2',
    en: 'the employee number {employeeNo} is taken; somebody who left comes back by rehireEmployee under his number',
    zh: '工号 {employeeNo} 已被使用；离职人员返聘请使用 rehireEmployee，沿用原工号',
  },
  EMPLOYEE_NUMBER_INVALID: {
    rule: '2.2',
    en: '"{value}" is not an employee number: 2 to 20 letters, digits or dashes',
    zh: '“{value}”不是有效工号：2 到 20 个字母、数字或短横线',
  },
  EMPLOYEE_NAME_INVALID: { rule: '2.2', en: 'a name has 2 to 40 characters', zh: '姓名应为 2 到 40 个字符' },
  ROLES_MISSING: { rule: '2.2', en: 'a person needs at least one role', zh: '员工至少需要一个角色' },
  ROLE_NOT_OF_DEPARTMENT: { rule: '2.2', en: 'the role {role} does not belong to {department}', zh: '角色 {role} 不属于 {department}' },
  SALES_MANAGER_EXISTS: {
    rule: '2.1',
    en: 'there is already an active sales manager; deactivate or move that person first',
    zh: '已有在任销售经理；请先调离或停用',
  },
  MANAGER_UNKNOWN: { rule: '2.1', en: 'the manager {managerId} is not an active employee', zh: '上级 {managerId} 不是在职员工' },
  MANAGER_HIMSELF: { rule: '2.1', en: 'nobody leads himself: name another manager', zh: '不能以本人为上级：请另选上级' },
  MANAGER_CIRCLE: {
    rule: '2.1',
    en: 'the manager {managerId} is led by this person: name somebody who is not below him',
    zh: '上级 {managerId} 本身由该员工领导：请选择其下属以外的人',
  },
  OWN_DEACTIVATION: { rule: '1.3', en: 'nobody may deactivate himself', zh: '不能停用自己' },
  OWN_PLACEMENT: {
    rule: '2.2',
    en: 'nobody changes his own department, roles or manager: ask a colleague of hr',
    zh: '不能变更本人的部门、角色或上级：请由其他人事人员办理',
  },
  ADMINISTRATOR_ONLY: {
    rule: '2.2',
    en: 'only an administrator hires, changes or ends an administrator',
    zh: '系统管理员的录用、变更和停用只能由系统管理员办理',
  },
  POWER_UNCONFIRMED: {
    rule: '1.3',
    en: 'your account, your role or your new password was given by one person of hr: you may sign in when a second one, or an administrator, has confirmed it',
    zh: '您的账号、角色或新密码由一名人事人员设置：须经另一名人事人员或系统管理员确认后方可登录',
  },
  POWER_CONFIRMED: {
    rule: '1.3',
    en: 'nothing of employee {employeeNo} waits to be confirmed',
    zh: '员工 {employeeNo} 没有待确认的权限',
  },
  POWER_SAME_PERSON: {
    rule: '1.3',
    en: 'power is confirmed by somebody who neither gave nor gets it: ask a colleague of hr or an administrator',
    zh: '权限须由授予人和本人以外的人员确认：请其他人事人员或系统管理员确认',
  },
  LEVEL_BY_PROMOTION: {
    rule: '5.7',
    en: 'the level of who sells is {level}, as the career ladder has it: only a promotion moves it',
    zh: '销售人员的职级以职业发展通道为准，现为 {level}：只能通过晋升调整',
  },
  SALES_MANAGER_BY_PROMOTION: {
    rule: '2.1',
    en: 'who sells becomes sales manager by a promotion that is proposed and decided, or by an administrator',
    zh: '销售人员任销售经理须经晋升程序，或由系统管理员任命',
  },
  EMPLOYEE_LEFT: {
    rule: '1.3',
    en: 'employee {employeeNo} has left: rehire the person first',
    zh: '员工 {employeeNo} 已离职：请先办理返聘',
  },
  REHIRE_REFUSED: {
    rule: '1.3',
    en: 'employee {employeeNo} left for good ({cause}) and is not hired again',
    zh: '员工 {employeeNo} 的离职原因为 {cause}，不再录用',
  },
  NAME_OF_DISMISSED: {
    rule: '1.3',
    en: 'employee {employeeNo} had this name and left for good: nobody is hired again under another number; is it another person, say so (anotherPerson) and why',
    zh: '同名员工 {employeeNo} 已被辞退或不再录用，不得换工号重新录用；如确系他人，请注明（anotherPerson）并说明理由',
  },
  REASON_MISSING: { rule: '2.2', en: 'say why: it stands in the history', zh: '请写明原因：将记入任职经历' },
  TEXT_LENGTH: { rule: '2.2', en: 'write 1 to {most} characters', zh: '请填写 1 到 {most} 个字符' },
  LEVEL_INVALID: { rule: '5.7', en: '"{value}" is not the code of a level, e.g. SENIOR', zh: '“{value}”不是职级代码，例如 SENIOR' },
  LEAVE_PERIOD: { rule: '2.2', en: 'the last day of a leave is not before its first', zh: '请假结束日期不能早于开始日期' },
  LEAVE_TOO_LONG: { rule: '2.2', en: 'a leave takes {longestDays} days at most', zh: '一次请假最多 {longestDays} 天' },
  LEAVE_TOO_LATE: {
    rule: '2.2',
    en: 'a leave is written down at most {lateDays} days after it began',
    zh: '补办请假最晚在开始后 {lateDays} 天内',
  },
  LEAVE_BEFORE_HIRING: { rule: '2.2', en: 'the person is employed since {hiredOn} only', zh: '该员工自 {hiredOn} 起才在职' },
  LEAVE_OVERLAPS: {
    rule: '2.2',
    en: 'there is a leave from {from} to {to} already: call it off first',
    zh: '{from} 至 {to} 已有请假：请先取消',
  },
  LEAVE_STANDS_IN: {
    rule: '2.2',
    en: 'the person stands in for a colleague from {from} to {to}: find another one for that first',
    zh: '该员工 {from} 至 {to} 正代理同事：请先另行安排代理人',
  },
  STAND_IN_UNFIT: { rule: '2.2', en: 'who stands in is an active colleague of the same department', zh: '代理人应为同部门的在职同事' },
  STAND_IN_AWAY: { rule: '2.2', en: 'who stands in is on leave himself: choose another colleague', zh: '代理人在此期间也请假：请另选同事' },
  OWN_LEAVE_DECISION: {
    rule: '2.2',
    en: 'nobody grants his own leave: your manager or hr decides',
    zh: '不能审批本人的请假：由上级或人事决定',
  },
  LEAVE_OVER: { rule: '2.2', en: 'this leave ended on {to}', zh: '该请假已于 {to} 结束' },
} as const satisfies RefusalCatalogue;
