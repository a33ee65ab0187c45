import type { Permission } from '../roles.js';

/** Who may do and see what in coordination: permission -> roles. Named `coordination.<verb-noun>` for acts, `coordination.read-<noun>` for reading. */
export const coordinationPermissions = {} as const satisfies Record<`coordination.${string}`, Permission>;
