import { EVERYONE } from '../roles.js';
import type { Permission, Role } from '../roles.js';

const sellers: readonly Role[] = ['salesperson', 'sales-manager'];
const manager: readonly Role[] = ['sales-manager'];
/** A scorecard of customers is proposed by one of them and put in force by the other. */
const scorecardKeepers: readonly Role[] = ['sales-manager', 'risk-manager'];

/** Who works on an application somewhere on the line, or looks after how it is done; a salesperson sees his own only (row scope). */
const lineReaders: readonly Role[] = [
  ...sellers,
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
const overseers: readonly Role[] = [...sellers, 'compliance-officer', 'auditor'];
const personalDataReaders: readonly Role[] = [...sellers, 'investigator', 'risk-manager', 'compliance-officer'];

/** Who may do and see what in sales: permission -> roles. Named `sales.<verb-noun>` for acts, `sales.read-<noun>` for reading. */
export const salesPermissions = {
  'sales.read-customer': { roles: lineReaders },
  'sales.read-application': { roles: lineReaders },
  'sales.read-contract': { roles: lineReaders },
  'sales.read-contract-text': { roles: lineReaders },
  'sales.read-lead': { roles: overseers },
  'sales.read-enquiry': { roles: overseers },
  'sales.read-proposal': { roles: lineReaders },
  'sales.read-source': { roles: overseers },
  'sales.read-task': { roles: overseers },
  'sales.read-file': { roles: lineReaders },
  'sales.read-grade-plan': { roles: EVERYONE },
  'sales.read-grade-scorecard': { roles: overseers.concat('risk-manager') },
  'sales.read-possible-duplicate': { roles: sellers },
  'sales.search': { roles: overseers },
  'sales.reveal-customer': { roles: personalDataReaders },
  'sales.request-download': { roles: personalDataReaders },
  'sales.register-customer': { roles: sellers },
  'sales.update-customer-profile': { roles: sellers },
  'sales.correct-customer': { roles: sellers },
  'sales.record-consent': { roles: sellers },
  'sales.grade-customer': { roles: sellers },
  'sales.add-bank-card': { roles: sellers },
  'sales.prefer-bank-card': { roles: sellers },
  'sales.end-bank-card': { roles: sellers },
  'sales.merge-customer': { roles: manager },
  'sales.propose-grade-scorecard': { roles: scorecardKeepers },
  'sales.decide-grade-scorecard': { roles: scorecardKeepers },
  'sales.transfer-customer': { roles: manager },
  'sales.transfer-portfolio': { roles: manager },
  'sales.create-activity': { roles: sellers },
  'sales.add-partner': { roles: manager },
  'sales.end-partner': { roles: manager },
  'sales.create-lead': { roles: sellers },
  'sales.lose-lead': { roles: sellers },
  'sales.open-enquiry': { roles: sellers },
  'sales.respond-to-enquiry': { roles: sellers },
  'sales.create-proposal': { roles: sellers },
  'sales.create-application': { roles: sellers },
  'sales.amend-application': { roles: sellers },
  'sales.request-upload': { roles: sellers },
  'sales.attach-document': { roles: sellers },
  'sales.judge-document': { roles: sellers },
  'sales.submit-application': { roles: sellers },
  'sales.start-check': { roles: sellers },
  'sales.return-application': { roles: sellers },
  'sales.pass-first-check': { roles: sellers },
  'sales.withdraw-application': { roles: sellers },
  'sales.record-condition-evidence': { roles: sellers },
  'sales.record-customer-informed': { roles: sellers },
  'sales.answer-information-request': { roles: sellers },
  'sales.return-information-request': { roles: sellers },
  'sales.report-falsification': { roles: personalDataReaders },
  'sales.draft-contract': { roles: sellers },
  'sales.acknowledge-cost-sheet': { roles: sellers },
  'sales.record-explanation': { roles: sellers },
  'sales.attach-recording': { roles: sellers },
  'sales.sign-contract': { roles: ['salesperson'] },
  'sales.repeat-payment-order': { roles: sellers },
  'sales.record-inspection': { roles: sellers },
  'sales.report-warning': { roles: sellers },
  'sales.record-return-visit': { roles: sellers },
} as const satisfies Record<`sales.${string}`, Permission>;
