import { rowScope, scopeFilter } from '@weilend/auth';
import type { Role } from '@weilend/contracts';
import type { Actor } from '@weilend/kernel';
import type { Stored } from '@weilend/mongo';

/**
 * A salesperson sees the loans of his own applications; the roles that may read for their own work see all. Named one by one: a
 * salesperson who also is, say, a trainer sees no more for it [3.7].
 */
const WIDE: readonly Role[] = [
  ...(['administrator', 'sales-manager', 'risk-manager', 'investigator', 'committee-chair', 'committee-member'] as const),
  ...(['committee-secretary', 'finance-manager', 'finance-officer', 'compliance-officer', 'coordinator', 'auditor'] as const),
];

export function ownFilter(actor: Actor, ownerField: string): Record<string, string> {
  return scopeFilter(rowScope(actor, WIDE), ownerField);
}

/** Document to plain object. */
export function plain<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}
