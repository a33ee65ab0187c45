import type { RefusalCatalogue } from '@weilend/kernel';

// What people and their superiors are told when hr says no: to a sign-in, to an appointment, to an appraisal out of its time.

/** Every code that the hr department can refuse with. */
export const hrErrors = {
  SIGN_IN_REFUSED: {
    rule: '1.3',
    en: 'employee number or password is wrong, or the person may not act',
    zh: '工号或密码错误，或该员工已停用',
  },
  SIGN_IN_LOCKED: { rule: '1.3', en: 'too many wrong passwords: try again after {until}', zh: '密码错误次数过多：请在 {until} 之后再试' },
  REFRESH_TOKEN_REFUSED: {
    rule: '1.3',
    en: 'this refresh token is used up, expired or revoked: sign in again',
    zh: '刷新令牌已使用、过期或撤销：请重新登录',
  },
  PASSWORD_TOO_WEAK: { rule: '1.3', en: 'a password needs at least {least} characters', zh: '密码至少需要 {least} 个字符' },
  EMPLOYEE_NUMBER_TAKEN: { rule: '2.2', en: 'the employee number {employeeNo} is taken', zh: '工号 {employeeNo} 已被使用' },
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
  OWN_DEACTIVATION: { rule: '1.3', en: 'nobody may deactivate himself', zh: '不能停用自己' },
  SCHEME_WEIGHTS: { rule: '1.7', en: 'the weights sum to {total} %, not 100 %', zh: '权重合计为 {total}%，应为 100%' },
  SCHEME_LINE_INVALID: {
    rule: '1.7',
    en: 'weights are whole percents above 0 and targets are above 0: {indicators}',
    zh: '权重须为正整数百分比，目标须大于 0：{indicators}',
  },
  SCHEME_LINE_TWICE: { rule: '1.7', en: 'an indicator stands twice', zh: '指标重复' },
  SCHEME_PERFORMANCE_NOT_HEAVIEST: {
    rule: '1.7',
    en: 'sales performance must weigh more than each other dimension',
    zh: '销售业绩的权重必须最大',
  },
  SCHEME_MISSING: { rule: '1.7', en: 'no appraisal scheme is published for {quarter}', zh: '{quarter} 没有已发布的考核方案' },
  SCHEME_TOO_LATE: {
    rule: '1.7',
    en: 'a scheme is published before its first quarter {quarter} begins or while it is the first of the company',
    zh: '考核方案须在 {quarter} 开始前发布',
  },
  QUARTER_NOT_BEGUN: { rule: '5.5', en: 'the quarter {quarter} has not begun', zh: '{quarter} 尚未开始' },
  QUARTER_NOT_ENDED: {
    rule: '5.5',
    en: 'the quarter {quarter} ends on {lastDay}: close it after that day',
    zh: '{quarter} 于 {lastDay} 结束，之后才能关闭',
  },
  SHEET_EXISTS: { rule: '5.5', en: 'this person already has a sheet for {quarter}', zh: '该员工已有 {quarter} 的考核表' },
} as const satisfies RefusalCatalogue;
