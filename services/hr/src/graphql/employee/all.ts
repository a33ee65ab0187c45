import { EmployeeLoader } from './employee.loader.js';
import { EmployeeResolver } from './employee.resolver.js';

export const employeeResolvers = [EmployeeResolver];

export const employeeEntities = [EmployeeLoader];
