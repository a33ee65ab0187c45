import type { Role } from '@weilend/contracts';
import type { EmployeeActor } from '@weilend/kernel';

/** Who looks after everybody's training, or checks who does. */
const LOOKS_AFTER: readonly Role[] = ['sales-manager', 'hr-manager', 'trainer', 'auditor'];

/** Everybody sees his own trainings; those of others only who looks after them. */
export function maySeeTrainingOf(actor: EmployeeActor, employeeId: string): boolean {
  return actor.employeeId === employeeId || LOOKS_AFTER.some((role) => actor.roles.includes(role));
}
