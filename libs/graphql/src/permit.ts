import type { PermissionName } from '@weilend/contracts';
import { Extensions } from '@nestjs/graphql';

/** Key of the schema extension that holds a permission. */
export const PERMISSION = 'permission';

/**
 * The permission of a query, a mutation, an entity type (for references from other departments) or a single field.
 * Enforced by `secureSchema`, which refuses to boot a schema with a query, mutation or entity that lacks one.
 */
export function Permit(permission: PermissionName): MethodDecorator & ClassDecorator & PropertyDecorator {
  return Extensions({ [PERMISSION]: permission }) as MethodDecorator & ClassDecorator & PropertyDecorator;
}
