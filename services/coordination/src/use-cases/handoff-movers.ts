import { DomainError } from '@weilend/kernel';
import type { Actor, Department, EmployeeActor } from '@weilend/kernel';
import { event } from '@weilend/messaging';
import type { OutgoingEvent } from '@weilend/messaging';
import { isOwnOnly, mayRead } from '../domain/board/board-scope.js';
import type { Handoff } from '../domain/board/handoff.js';

/** The person who moves work: one of the department's people (a salesperson only when it names him), or the coordinator. Throws HANDOFF_OF_OTHERS. */
export function moverOf(actor: Actor, row: Handoff, act: string): EmployeeActor {
  if (actor.kind === 'employee' && worksFor(actor, row.to) && inHands(actor, row)) return actor;
  throw new DomainError('HANDOFF_OF_OTHERS', { handoffId: row.id, department: row.to, act });
}

/** Who may not even see a colleague's work on the board may not stop its clock either [3.7]. */
function inHands({ employeeId, department, roles }: EmployeeActor, row: Handoff): boolean {
  return mayRead(row, { employeeId, department, seesAll: false, ownOnly: isOwnOnly(roles) }) || roles.includes('coordinator');
}

/** True for the people of a department and for the coordinator. */
export function worksFor(actor: EmployeeActor, department: Department): boolean {
  return actor.department === department || actor.roles.includes('coordinator');
}

export function handoffMoved(
  row: Handoff,
  move: 'ACCEPTED' | 'ASSIGNED' | 'PAUSED' | 'RESUMED',
  told: { employeeId: string | null; reason?: string },
): OutgoingEvent {
  return event('coordination.handoff-moved.v1', row.id, {
    handoffId: row.id,
    move,
    employeeId: told.employeeId,
    reason: told.reason ?? null,
  });
}
