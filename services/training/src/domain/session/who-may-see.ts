import type { EmployeeActor } from '@weilend/kernel';

/**
 * What somebody learned, and where he failed, is his own affair: everybody sees his own trainings, hours and certificates. Those of others see
 * only the people who look after training, the sales manager, hr and the trainers, and the auditor, who checks them [3.7].
 */
const LOOKS_AFTER = ['sales-manager', 'hr-manager', 'trainer', 'auditor'];

export function looksAfterTraining({ roles }: EmployeeActor): boolean {
  return LOOKS_AFTER.some((role) => roles.includes(role));
}

export function maySeeTrainingOf(actor: EmployeeActor, employeeId: string): boolean {
  return actor.employeeId === employeeId || looksAfterTraining(actor);
}
