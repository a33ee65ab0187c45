import type { Permission } from '../roles.js';

/** Who may do and see what in risk: permission -> roles. Named `risk.<verb-noun>` for acts, `risk.read-<noun>` for reading. */
export const riskPermissions = {} as const satisfies Record<`risk.${string}`, Permission>;
