import type { Permission } from '../roles.js';

/** Who may do and see what in approval: permission -> roles. Named `approval.<verb-noun>` for acts, `approval.read-<noun>` for reading. */
export const approvalPermissions = {} as const satisfies Record<`approval.${string}`, Permission>;
