import { CancelLeave } from './cancel-leave.use-case.js';
import { ChangeEmployee } from './change-employee.use-case.js';
import { DeactivateEmployee } from './deactivate-employee.use-case.js';
import { DecideLeave } from './decide-leave.use-case.js';
import { ConfirmPower } from './confirm-power.use-case.js';
import { EmployeeBook } from './employee-book.js';
import { EmployeeNews } from './employee-news.js';
import { HireEmployee } from './hire-employee.use-case.js';
import { LeaveDesk } from './leave-desk.js';
import { RehangReports } from './rehang-reports.use-case.js';
import { RehireEmployee } from './rehire-employee.use-case.js';
import { RequestLeave } from './request-leave.use-case.js';

export const employeeActs = [
  EmployeeNews,
  EmployeeBook,
  ConfirmPower,
  RehangReports,
  HireEmployee,
  ChangeEmployee,
  DeactivateEmployee,
  RehireEmployee,
  LeaveDesk,
  RequestLeave,
  DecideLeave,
  CancelLeave,
];
