import type { Actor, EmployeeActor } from '@weilend/kernel';

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

/** Of what is written down about several people, the lines that somebody may read. */
export function linesFor<T extends { readonly employeeId: string }>(actor: Actor, lines: readonly T[]): T[] {
  return actor.kind === 'employee' ? lines.filter(({ employeeId }) => maySeeTrainingOf(actor, employeeId)) : [];
}
