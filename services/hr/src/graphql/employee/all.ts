import { EmployeeLoader, LeaveLoader, LeaveTodayOf } from './employee.loader.js';
import { EmployeeActsResolver, EmployeeResolver, SalesOrganisationResolver } from './employee.resolver.js';
import { LeaveActsResolver, LeaveResolver } from './leave.resolver.js';
import { PowerResolver } from './power.resolver.js';

export const employeeResolvers = [
  ...[EmployeeResolver, EmployeeActsResolver, PowerResolver, SalesOrganisationResolver],
  ...[LeaveResolver, LeaveActsResolver],
];

export const employeeEntities = [EmployeeLoader, LeaveLoader];

export const employeeLists = [LeaveTodayOf];
