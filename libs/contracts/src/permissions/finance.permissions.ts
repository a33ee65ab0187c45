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

/** Who judges what may still be lent to whom: the balance of a borrower over all his loans, and who his related parties are. */
const EXPOSURE_READERS: readonly Role[] = [
  ...(['administrator', 'risk-manager', 'investigator', 'committee-chair', 'committee-member', 'committee-secretary'] as const),
  ...(['finance-manager', 'finance-officer', 'compliance-officer', 'auditor'] as const),
];

/** Who may do and see what in finance: permission -> roles. Named `finance.<verb-noun>` for acts, `finance.read-<noun>` for reading. */
export const financePermissions = {
  'finance.publish-product': { roles: ['finance-manager'] },
  'finance.register-payee-account': { roles: ['salesperson', 'sales-manager', 'finance-officer'] },
  'finance.make-disbursement': { roles: ['finance-officer'] },
  'finance.check-disbursement': { roles: ['finance-manager'] },
  'finance.reject-disbursement': { roles: ['finance-manager', 'finance-officer'] },
  'finance.propose-disbursement-reversal': { roles: ['finance-officer'] },
  'finance.confirm-disbursement-reversal': { roles: ['finance-manager'] },
  'finance.reject-disbursement-reversal': { roles: ['finance-manager', 'finance-officer'] },
  'finance.open-payment-batch': { roles: ['finance-officer'] },
  'finance.release-payment-batch': { roles: ['finance-manager'] },
  'finance.dissolve-payment-batch': { roles: ['finance-manager', 'finance-officer'] },
  'finance.export-payment-batch': { roles: ['finance-manager', 'finance-officer'] },
  'finance.read-payment-batch': { roles: ['administrator', 'finance-manager', 'finance-officer', 'auditor'] },
  'finance.register-salary-account': { roles: ['finance-manager', 'finance-officer'] },
  'finance.make-bonus-payment': { roles: ['finance-officer'] },
  'finance.check-bonus-payment': { roles: ['finance-manager'] },
  'finance.reject-bonus-payment': { roles: ['finance-manager', 'finance-officer'] },
  'finance.read-bonus-payment': { roles: ['administrator', 'finance-manager', 'finance-officer', 'auditor'] },
  'finance.record-repayment': { roles: ['finance-officer'] },
  'finance.reverse-repayment': { roles: ['finance-manager'] },
  'finance.propose-restructure': { roles: ['finance-officer', 'finance-manager'] },
  'finance.propose-write-off': { roles: ['finance-officer', 'finance-manager'] },
  'finance.propose-class-upgrade': { roles: ['finance-officer', 'finance-manager', 'risk-manager'] },
  'finance.approve-loan-request': { roles: ['finance-manager', 'risk-manager'] },
  'finance.reject-loan-request': { roles: ['finance-manager', 'risk-manager'] },
  'finance.withdraw-loan-request': { roles: ['finance-officer', 'finance-manager', 'risk-manager'] },
  'finance.judge-loan-class': { roles: ['finance-manager', 'risk-manager'] },
  'finance.request-statement-upload': { roles: ['finance-officer'] },
  'finance.import-bank-statement': { roles: ['finance-officer'] },
  'finance.assign-bank-line': { roles: ['finance-officer'] },
  'finance.set-bank-line-aside': { roles: ['finance-officer', 'finance-manager'] },
  'finance.run-day-end': { roles: ['finance-manager'] },
  'finance.give-opinion': { roles: ['finance-manager'] },
  'finance.return-opinion': { roles: ['finance-manager'] },
  'finance.open-borrower-group': { roles: ['finance-manager'] },
  'finance.add-group-member': { roles: ['finance-manager'] },
  'finance.remove-group-member': { roles: ['finance-manager'] },
  'finance.read-exposure': { roles: EXPOSURE_READERS },
  'finance.read-opinion-request': { roles: ['finance-manager'] },
  'finance.read-product': { roles: EVERYONE },
  'finance.read-quote': { roles: LOAN_READERS },
  'finance.read-cost-sheet': { roles: LOAN_READERS },
  'finance.read-disbursement': { roles: LOAN_READERS },
  'finance.read-loan': { roles: LOAN_READERS },
  'finance.read-loan-request': { roles: LOAN_READERS },
  'finance.read-day-end': { roles: ['administrator', 'finance-manager', 'finance-officer', 'risk-manager', 'auditor'] },
  'finance.read-payee-account': {
    roles: ['administrator', 'sales-manager', 'salesperson', 'finance-manager', 'finance-officer', 'auditor'],
  },
  'finance.record-collection-contact': { roles: ['finance-officer', 'finance-manager'] },
  'finance.plan-collection': { roles: ['finance-officer', 'finance-manager'] },
  'finance.cancel-promise': { roles: ['finance-officer', 'finance-manager'] },
  'finance.assign-collection': { roles: ['finance-manager'] },
  'finance.read-collection': {
    roles: [
      ...(['administrator', 'sales-manager', 'salesperson', 'risk-manager', 'investigator'] as const),
      ...(['finance-manager', 'finance-officer', 'compliance-officer', 'auditor'] as const),
    ],
  },
  'finance.read-bank-statement': { roles: ['administrator', 'finance-manager', 'finance-officer', 'auditor'] },
  'finance.read-trial-balance': { roles: ['administrator', 'finance-manager', 'finance-officer', 'auditor'] },
  'finance.check-ledger': { roles: ['finance-manager'] },
  'finance.close-period': { roles: ['finance-manager'] },
  'finance.read-portfolio': {
    roles: [
      ...(['administrator', 'sales-manager', 'risk-manager', 'committee-chair', 'finance-manager', 'finance-officer'] as const),
      ...(['compliance-officer', 'auditor'] as const),
    ],
  },
  /** Measures of risk that finance carries out, and borrowers who get no more money meanwhile [7.4]. */
  'finance.read-measure-work': { roles: ['administrator', 'finance-manager', 'finance-officer', 'risk-manager', 'auditor'] },
  'finance.complete-measure-work': { roles: ['finance-officer', 'finance-manager'] },
  'finance.return-measure-work': { roles: ['finance-manager'] },
  'finance.read-ledger-check': { roles: ['administrator', 'finance-manager', 'finance-officer', 'auditor'] },
} as const satisfies Record<`finance.${string}`, Permission>;
