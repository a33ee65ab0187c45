import type { Permission } from '../roles.js';

/** Who may do and see what in training: permission -> roles. Named `training.<verb-noun>` for acts, `training.read-<noun>` for reading. */
export const trainingPermissions = {} as const satisfies Record<`training.${string}`, Permission>;
