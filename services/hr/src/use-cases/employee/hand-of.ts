import type { Actor } from '@weilend/kernel';
import type { Hand } from '../../domain/employee/employee.js';

/** Whose hand an act is: the service itself makes the first administrator. */
export function handOf(actor: Actor): Hand {
  if (actor.kind !== 'employee') return { employeeId: null, administrates: actor.kind === 'service' };
  return { employeeId: actor.employeeId, administrates: actor.roles.includes('administrator') };
}

/** True for somebody who acts for hr on everybody. */
export function actsForHr(actor: Actor): boolean {
  return actor.kind === 'employee' && actor.roles.some((role) => role === 'hr-manager' || role === 'administrator');
}
