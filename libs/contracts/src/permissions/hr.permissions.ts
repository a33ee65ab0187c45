import type { Permission } from '../roles.js';

/** Who may do and see what in hr: permission -> roles. Named `hr.<verb-noun>` for acts, `hr.read-<noun>` for reading. */
export const hrPermissions = {} as const satisfies Record<`hr.${string}`, Permission>;
