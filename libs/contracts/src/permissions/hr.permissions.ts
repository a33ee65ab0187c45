import { EVERYONE } from '../roles.js';
import type { Permission } from '../roles.js';

/** Who may do and see what in hr: permission -> roles. Named `hr.<verb-noun>` for acts, `hr.read-<noun>` for reading. */
export const hrPermissions = {
  'hr.sign-in': 'public',
  'hr.refresh-sign-in': 'public',
  'hr.sign-out': { roles: EVERYONE },
  'hr.read-self': { roles: EVERYONE },
  'hr.read-employee': { roles: EVERYONE },
  'hr.hire-employee': { roles: ['administrator', 'hr-manager'] },
  'hr.change-employee': { roles: ['administrator', 'hr-manager'] },
  'hr.deactivate-employee': { roles: ['administrator', 'hr-manager'] },
  'hr.publish-appraisal-scheme': { roles: ['hr-manager'] },
  'hr.open-appraisal': { roles: ['hr-manager', 'sales-manager'] },
  'hr.close-appraisal': { roles: ['hr-manager'] },
  'hr.view-own-appraisal': { roles: ['salesperson', 'sales-manager'] },
  'hr.review-appraisal': { roles: ['sales-manager', 'hr-manager'] },
  'hr.appeal-appraisal': { roles: ['salesperson', 'sales-manager'] },
  'hr.decide-appraisal-appeal': { roles: ['hr-manager', 'sales-manager'] },
  'hr.close-appraisal-quarter': { roles: ['hr-manager'] },
  'hr.rebuild-appraisal-facts': { roles: ['administrator', 'hr-manager'] },
  'hr.read-appraisal-rebuild': { roles: ['administrator', 'hr-manager', 'auditor'] },
  'hr.read-appraisal-calibration': { roles: ['sales-manager', 'hr-manager', 'auditor'] },
  'hr.read-appraisal': { roles: ['salesperson', 'sales-manager', 'hr-manager', 'auditor'] },
} as const satisfies Record<`hr.${string}`, Permission>;
