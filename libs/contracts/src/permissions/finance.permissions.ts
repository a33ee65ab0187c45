import type { Permission, Role } from '../roles.js';
import { EVERYONE } from '../roles.js';

/** Who sees the figures of single loans; salespeople among them see their own only. */
const LOAN_READERS: readonly Role[] = [
  'administrator',
  'sales-manager',
  'salesperson',
  'risk-manager',
  'investigator',
  'committee-chair',
  'committee-member',
  'committee-secretary',
  'finance-manager',
  'finance-officer',
  'compliance-officer',
  'coordinator',
  'auditor',
];

/** Who may do and see what in finance: permission -> roles. Named `finance.<verb-noun>` for acts, `finance.read-<noun>` for reading. */
export const financePermissions = {
  'finance.publish-product': { roles: ['finance-manager'] },
  'finance.register-payee-account': { roles: ['salesperson', 'sales-manager', 'finance-officer'] },
  'finance.make-disbursement': { roles: ['finance-officer'] },
  'finance.check-disbursement': { roles: ['finance-manager'] },
  'finance.reject-disbursement': { roles: ['finance-manager', 'finance-officer'] },
  'finance.record-repayment': { roles: ['finance-officer'] },
  'finance.reverse-repayment': { roles: ['finance-manager'] },
  'finance.request-statement-upload': { roles: ['finance-officer'] },
  'finance.import-bank-statement': { roles: ['finance-officer'] },
  'finance.assign-bank-line': { roles: ['finance-officer'] },
  'finance.set-bank-line-aside': { roles: ['finance-officer', 'finance-manager'] },
  'finance.run-day-end': { roles: ['finance-manager'] },
  'finance.give-opinion': { roles: ['finance-manager'] },
  'finance.return-opinion': { roles: ['finance-manager'] },
  'finance.read-opinion-request': { roles: ['finance-manager'] },
  'finance.read-product': { roles: EVERYONE },
  'finance.read-quote': { roles: LOAN_READERS },
  'finance.read-cost-sheet': { roles: LOAN_READERS },
  'finance.read-disbursement': { roles: LOAN_READERS },
  'finance.read-loan': { roles: LOAN_READERS },
  'finance.read-day-end': { roles: ['administrator', 'finance-manager', 'finance-officer', 'risk-manager', 'auditor'] },
  'finance.read-payee-account': {
    roles: ['administrator', 'sales-manager', 'salesperson', 'finance-manager', 'finance-officer', 'auditor'],
  },
  'finance.read-bank-statement': { roles: ['administrator', 'finance-manager', 'finance-officer', 'auditor'] },
  'finance.read-trial-balance': { roles: ['administrator', 'finance-manager', 'finance-officer', 'auditor'] },
} as const satisfies Record<`finance.${string}`, Permission>;
