import { Employees } from './employee.repository.js';
import { employeeCollection } from './employee.schema.js';

export const employeeRecords = [Employees];

export const employeeCollections = [employeeCollection];
