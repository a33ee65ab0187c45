import type { Permission } from '../roles.js';

/** Who may do and see what in finance: permission -> roles. Named `finance.<verb-noun>` for acts, `finance.read-<noun>` for reading. */
export const financePermissions = {} as const satisfies Record<`finance.${string}`, Permission>;
