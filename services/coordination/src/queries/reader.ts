import { holds } from '@weilend/contracts';
import type { PermissionName } from '@weilend/contracts';
import type { Actor } from '@weilend/kernel';
import { isOwnOnly } from '../domain/board/board-scope.js';
import type { BoardReader } from '../domain/board/board-scope.js';

/** What the board and the meetings show to an actor: services see all, a salesperson without another role only his own. */
export function readerOf(actor: Actor): BoardReader {
  if (actor.kind === 'service') return { employeeId: '', department: null, seesAll: true, ownOnly: false };
  if (actor.kind === 'anonymous') return { employeeId: '', department: null, seesAll: false, ownOnly: true };
  const { employeeId, department, roles } = actor;
  return {
    employeeId,
    department,
    seesAll: mayDo(actor, 'coordination.read-every-handoff'),
    ownOnly: isOwnOnly(roles),
  };
}

export function mayDo(actor: Actor, permission: PermissionName): boolean {
  return actor.kind === 'service' || (actor.kind === 'employee' && holds(actor.roles, permission));
}
