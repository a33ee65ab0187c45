import { holds, isPublic } from '@weilend/contracts';
import type { PermissionName, Role } from '@weilend/contracts';
import type { Actor } from '@weilend/kernel';

/** Nobody is signed in, or the token is not good. */
export class Unauthenticated extends Error {
  readonly code = 'UNAUTHENTICATED';
}

/** Somebody is signed in and the act is not his to do. */
export class PermissionDenied extends Error {
  readonly code = 'FORBIDDEN';

  constructor(readonly permission: string) {
    super(`you lack the permission ${permission}`);
  }
}

/** Throws Unauthenticated or PermissionDenied unless the actor holds the permission; unknown permissions are held by nobody. */
export function requirePermission(actor: Actor, permission: PermissionName): void {
  if (isPublic(permission)) return;
  if (actor.kind === 'anonymous') throw new Unauthenticated('sign in first');
  if (actor.kind === 'employee' && holds(actor.roles, permission)) return;
  throw new PermissionDenied(permission);
}

/** Rows that a person may see: all of them, or his own. */
export type RowScope = { readonly kind: 'all' } | { readonly kind: 'own'; readonly employeeId: string };

/** All rows for services and for holders of one of `wideRoles`, own rows for everybody else. */
export function rowScope(actor: Actor, wideRoles: readonly Role[]): RowScope {
  if (actor.kind === 'service') return { kind: 'all' };
  if (actor.kind === 'anonymous') throw new Unauthenticated('sign in first');
  return actor.roles.some((role) => (wideRoles as readonly string[]).includes(role))
    ? { kind: 'all' }
    : { kind: 'own', employeeId: actor.employeeId };
}

/** The filter of a scope over the field that names the owner. */
export function scopeFilter(scope: RowScope, ownerField: string): Record<string, string> {
  return scope.kind === 'all' ? {} : { [ownerField]: scope.employeeId };
}
