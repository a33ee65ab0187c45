import { rowScope, scopeFilter } from '@weilend/auth';
import { ROLES } from '@weilend/contracts';
import type { Role } from '@weilend/contracts';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';

/** A salesperson sees and serves his own customers; whoever else holds the permission sees all of them [3.7]. */
const WIDE_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'salesperson');

/** Filter over the field that names the salesperson. */
export function salesScope(actor: Actor, ownerField: 'salespersonId' | 'ownerId'): Record<string, string> {
  return scopeFilter(rowScope(actor, WIDE_ROLES), ownerField);
}

/** Throws DomainError NOT_FOUND when the row is another salesperson's: it does not exist for him. */
export function requireInScope(actor: Actor, ownerId: string, of: { readonly noun: string; readonly id: string }): void {
  const scope = rowScope(actor, WIDE_ROLES);
  if (scope.kind === 'own' && scope.employeeId !== ownerId) throw new DomainError('NOT_FOUND', { ...of });
}
