import { EmployeeChanges } from './employee-change.repository.js';
import { Employees } from './employee.repository.js';
import { employeeChangeCollection, employeeCollection } from './employee.schema.js';
import { LeavePolicy } from './leave-policy.js';
import { Leaves } from './leave.repository.js';
import { leaveCollection } from './leave.schema.js';

export const employeeRecords = [Employees, EmployeeChanges, Leaves, LeavePolicy];

export const employeeCollections = [employeeCollection, employeeChangeCollection, leaveCollection];
