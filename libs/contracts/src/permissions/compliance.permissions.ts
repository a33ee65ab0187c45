import type { Permission } from '../roles.js';

/** Who may do and see what in compliance: permission -> roles. Named `compliance.<verb-noun>` for acts, `compliance.read-<noun>` for reading. */
export const compliancePermissions = {} as const satisfies Record<`compliance.${string}`, Permission>;
