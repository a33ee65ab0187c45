import type { RefusalCatalogue } from '@weilend/kernel';

// What hr is told when an appointment, a change or a deactivation is refused.
export const employeeErrors = {
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
} as const satisfies RefusalCatalogue;
