import { ChangeEmployee } from './change-employee.use-case.js';
import { DeactivateEmployee } from './deactivate-employee.use-case.js';
import { HireEmployee } from './hire-employee.use-case.js';

export const employeeActs = [HireEmployee, ChangeEmployee, DeactivateEmployee];
