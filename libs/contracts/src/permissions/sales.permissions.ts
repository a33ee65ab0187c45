import type { Permission } from '../roles.js';

/** Who may do and see what in sales: permission -> roles. Named `sales.<verb-noun>` for acts, `sales.read-<noun>` for reading. */
export const salesPermissions = {} as const satisfies Record<`sales.${string}`, Permission>;
