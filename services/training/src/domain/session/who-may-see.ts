import type { Actor, EmployeeActor } from '@weilend/kernel';

/**
 * What somebody learned, and where he failed, is his own affair: everybody sees his own trainings, hours and certificates. Those of others see
 * only the people who look after training, the sales manager, hr and the trainers, compliance, which sees to it that people know what their work
 * requires, and the auditor, who checks them [3.7].
 */
export const OVERSEERS = ['sales-manager', 'trainer', 'hr-manager', 'compliance-officer', 'auditor'] as const;

export function looksAfterTraining({ roles }: EmployeeActor): boolean {
  return OVERSEERS.some((role) => roles.includes(role));
}

export function maySeeTrainingOf(actor: EmployeeActor, employeeId: string): boolean {
  return actor.employeeId === employeeId || looksAfterTraining(actor);
}

/** Of what is written down about several people, the lines that somebody may read. */
export function linesFor<T extends { readonly employeeId: string }>(actor: Actor, lines: readonly T[]): T[] {
  return actor.kind === 'employee' ? lines.filter(({ employeeId }) => maySeeTrainingOf(actor, employeeId)) : [];
}
