import { EVERYONE } from '../roles.js';
import type { Permission } from '../roles.js';

/** Who may do and see what in hr: permission -> roles. Named `hr.<verb-noun>` for acts, `hr.read-<noun>` for reading. */
export const hrPermissions = {
  'hr.sign-in': 'public',
  'hr.refresh-sign-in': 'public',
  'hr.sign-out': { roles: EVERYONE },
  'hr.replace-password': 'public',
  'hr.change-password': { roles: EVERYONE },
  'hr.reset-password': { roles: ['administrator', 'hr-manager'] },
  'hr.end-sign-in': { roles: EVERYONE },
  'hr.read-own-sign-in': { roles: EVERYONE },
  'hr.read-sign-in': { roles: ['administrator', 'hr-manager'] },
  'hr.read-security-log': { roles: ['administrator', 'hr-manager', 'auditor'] },
  'hr.rotate-signing-key': { roles: ['administrator'] },
  'hr.read-signing-key': { roles: ['administrator', 'auditor'] },
  'hr.read-self': { roles: EVERYONE },
  'hr.read-employee': { roles: EVERYONE },
  'hr.hire-employee': { roles: ['administrator', 'hr-manager'] },
  'hr.change-employee': { roles: ['administrator', 'hr-manager'] },
  'hr.deactivate-employee': { roles: ['administrator', 'hr-manager'] },
  'hr.rehire-employee': { roles: ['administrator', 'hr-manager'] },
  'hr.read-employee-change': { roles: ['administrator', 'hr-manager', 'auditor'] },
  'hr.request-leave': { roles: EVERYONE },
  'hr.decide-leave': { roles: EVERYONE },
  'hr.cancel-leave': { roles: EVERYONE },
  'hr.read-leave': { roles: EVERYONE },
  'hr.publish-appraisal-scheme': { roles: ['hr-manager'] },
  'hr.open-appraisal': { roles: ['hr-manager', 'sales-manager'] },
  'hr.close-appraisal': { roles: ['hr-manager'] },
  'hr.read-appraisal': { roles: ['salesperson', 'sales-manager', 'hr-manager', 'auditor'] },
} as const satisfies Record<`hr.${string}`, Permission>;
