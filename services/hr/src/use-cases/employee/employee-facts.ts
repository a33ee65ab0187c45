import type { Role } from '@weilend/contracts';
import { event } from '@weilend/messaging';
import type { OutgoingEvent } from '@weilend/messaging';
import type { Employee } from '../../domain/employee/employee.js';

/** What other departments learn of an employee: no name, nothing personal. */
export function employeeChanged(employee: Employee): OutgoingEvent {
  return event('hr.employee-changed.v1', employee.id, {
    employeeId: employee.id,
    department: employee.department,
    roles: [...(employee.roles as readonly Role[])],
    managerId: employee.managerId,
    active: employee.active,
  });
}
