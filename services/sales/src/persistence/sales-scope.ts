import { rowScope, scopeFilter } from '@weilend/auth';
import type { RowScope } from '@weilend/auth';
import type { Role } from '@weilend/contracts';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';

/**
 * A salesperson sees his own customers; these roles see all of them for their own work [3.7]. Named one by one: a salesperson
 * who also is a trainer sees no more for it.
 */
const READING_ROLES: readonly Role[] = [
  ...(['administrator', 'sales-manager', 'risk-manager', 'investigator', 'committee-chair', 'committee-member'] as const),
  ...(['committee-secretary', 'finance-manager', 'finance-officer', 'compliance-officer', 'coordinator', 'auditor'] as const),
];

/** Acting for another salesperson's customer is the manager's alone. */
const ACTING_ROLES: readonly Role[] = ['sales-manager'];

/** Filter over the field that names the salesperson. */
export function salesScope(actor: Actor, ownerField: 'salespersonId' | 'ownerId'): Record<string, string> {
  return scopeFilter(rowScope(actor, READING_ROLES), ownerField);
}

/** May decide for the department: what a salesperson has to ask for. */
export function isManager(actor: Actor): boolean {
  return rowScope(actor, ACTING_ROLES).kind === 'all';
}

/** True for a row that may be seen in full. */
export function isReadable(actor: Actor, ownerId: string): boolean {
  const scope = rowScope(actor, READING_ROLES);
  return scope.kind === 'all' || scope.employeeId === ownerId;
}

type Named = { readonly noun: string; readonly id: string };

/** To act on a row: throws DomainError NOT_FOUND when it is another salesperson's; it does not exist for him. */
export function requireInScope(actor: Actor, ownerId: string | null, of: Named): void {
  requireOwn(rowScope(actor, ACTING_ROLES), ownerId, of);
}

/** True when one may act on a row; a row of nobody is the manager's. */
export function isInScope(actor: Actor, ownerId: string | null): boolean {
  const scope = rowScope(actor, ACTING_ROLES);
  return scope.kind === 'all' || scope.employeeId === ownerId;
}

/** To see a row in full: the same, but open to the roles that read all customers for their own work. */
export function requireReadable(actor: Actor, ownerId: string | null, of: Named): void {
  requireOwn(rowScope(actor, READING_ROLES), ownerId, of);
}

function requireOwn(scope: RowScope, ownerId: string | null, of: Named): void {
  if (scope.kind === 'own' && scope.employeeId !== ownerId) throw new DomainError('NOT_FOUND', { ...of });
}

/** Whether somebody may act for every salesperson. */
export function mayActForOthers(actor: Actor): boolean {
  return rowScope(actor, ACTING_ROLES).kind !== 'own';
}
