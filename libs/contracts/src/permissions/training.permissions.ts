import { EVERYONE } from '../roles.js';
import type { Permission } from '../roles.js';

/** Who may do and see what in training: permission -> roles. Named `training.<verb-noun>` for acts, `training.read-<noun>` for reading. */
export const trainingPermissions = {
  'training.read-plan': { roles: EVERYONE },
  'training.read-session': { roles: EVERYONE },
  'training.draft-plan': { roles: ['sales-manager'] },
  'training.publish-plan': { roles: ['sales-manager'] },
  'training.plan-session': { roles: ['sales-manager'] },
  'training.record-attendance': { roles: ['sales-manager', 'trainer'] },
  'training.evaluate-session': { roles: ['sales-manager', 'trainer'] },
  'training.close-session': { roles: ['sales-manager'] },
} as const satisfies Record<`training.${string}`, Permission>;
