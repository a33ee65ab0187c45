import { rowScope, scopeFilter } from '@weilend/auth';
import { ROLES } from '@weilend/contracts';
import type { Actor } from '@weilend/kernel';
import type { Stored } from '@weilend/mongo';

/** A salesperson sees the loans of his own applications; every other role that may read sees all [3.7]. */
const WIDE = ROLES.filter((role) => role !== 'salesperson');

export function ownFilter(actor: Actor, ownerField: string): Record<string, string> {
  return scopeFilter(rowScope(actor, WIDE), ownerField);
}

/** Document to plain object. */
export function plain<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}
