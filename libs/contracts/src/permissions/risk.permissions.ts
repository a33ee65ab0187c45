import type { Permission, Role } from '../roles.js';
import { EVERYONE } from '../roles.js';

/** Who judges or supervises risk work and so sees what the checks found. */
const JUDGES: readonly Role[] = [
  'investigator',
  'risk-manager',
  'committee-chair',
  'committee-member',
  'committee-secretary',
  'compliance-officer',
  'auditor',
];

/** Who may do and see what in risk: permission -> roles. Named `risk.<verb-noun>` for acts, `risk.read-<noun>` for reading. */
export const riskPermissions = {
  'risk.assign-investigators': { roles: ['risk-manager'] },
  'risk.assign-proposed-pair': { roles: ['risk-manager'] },
  'risk.replace-investigator': { roles: ['risk-manager'] },
  'risk.plan-investigation': { roles: ['investigator'] },
  /** Everybody declares for himself; only the risk manager excludes somebody else. */
  'risk.declare-conflict': { roles: EVERYONE },
  'risk.end-conflict': { roles: ['risk-manager'] },
  /** The own declarations; all of them for who supervises. */
  'risk.read-conflict': { roles: EVERYONE },
  /** Who investigates what, with how much work, and what is late. */
  'risk.read-desk': { roles: ['risk-manager', 'auditor'] },
  'risk.request-site-photo': { roles: ['investigator'] },
  'risk.record-site-visit': { roles: ['investigator'] },
  'risk.record-phone-verification': { roles: ['investigator'] },
  'risk.inquire-bureau': { roles: ['investigator'] },
  'risk.retry-bureau-inquiry': { roles: ['investigator', 'risk-manager'] },
  'risk.call-off-bureau-inquiry': { roles: ['investigator', 'risk-manager'] },
  /** Every inquiry of the department, and whether the bureau is being asked at all. */
  'risk.read-bureau-inquiry': { roles: ['risk-manager', 'compliance-officer', 'auditor'] },
  'risk.record-data-analysis': { roles: ['investigator'] },
  'risk.waive-check': { roles: ['investigator'] },
  'risk.decide-waiver': { roles: ['risk-manager'] },
  'risk.answer-contradiction': { roles: ['investigator'] },
  'risk.request-information': { roles: ['investigator'] },
  'risk.finalise-risk-report': { roles: ['investigator'] },
  'risk.return-investigation': { roles: ['investigator', 'risk-manager'] },
  /** The whole answer of the bureau; every look is written down. */
  'risk.reveal-bureau-report': { roles: ['investigator', 'risk-manager', 'compliance-officer'] },
  /** A photo of a site visit; every look is written down. */
  'risk.reveal-site-photo': { roles: ['investigator', 'risk-manager', 'compliance-officer'] },
  /** Where an investigation stands; rows in scope only: the own ones for those who neither judge nor supervise. */
  'risk.read-investigation': { roles: EVERYONE },
  /** What the checks found and how the score came about: not for those who sold the loan. */
  'risk.read-check': { roles: JUDGES },
  'risk.read-risk-report': { roles: EVERYONE },
  'risk.read-access-log': { roles: ['risk-manager', 'compliance-officer', 'auditor'] },
  'risk.give-opinion': { roles: ['risk-manager'] },
  'risk.return-opinion': { roles: ['risk-manager'] },
  'risk.read-opinion-request': { roles: ['risk-manager'] },
  'risk.read-scorecard': { roles: JUDGES },
  'risk.draft-scorecard': { roles: ['investigator', 'risk-manager'] },
  'risk.propose-scorecard': { roles: ['investigator', 'risk-manager'] },
  /** Never by who drafted or proposed the card. */
  'risk.approve-scorecard': { roles: ['risk-manager'] },
  'risk.reject-scorecard': { roles: ['risk-manager'] },
  'risk.activate-scorecard': { roles: ['risk-manager'] },
  'risk.retire-scorecard': { roles: ['risk-manager'] },
  'risk.set-challenger-scorecard': { roles: ['risk-manager'] },
  /** What a card that decides nothing would have said: it must not sway who judges the loan. */
  'risk.read-challenger-score': { roles: ['risk-manager'] },
  /** Hashes and scores computed once more. */
  'risk.read-verification': { roles: ['risk-manager', 'committee-chair', 'committee-secretary', 'compliance-officer', 'auditor'] },
  'risk.report-risk': { roles: EVERYONE },
  'risk.read-risk-alert': { roles: EVERYONE },
  'risk.acknowledge-alert': { roles: ['risk-manager', 'sales-manager'] },
  'risk.assign-alert-tracker': { roles: ['risk-manager'] },
  'risk.record-measure': { roles: ['risk-manager'] },
  'risk.assess-alert': { roles: ['investigator', 'risk-manager'] },
  'risk.hand-over-measure': { roles: ['risk-manager'] },
  'risk.check-measure': { roles: ['investigator', 'risk-manager'] },
  'risk.lift-freeze': { roles: ['risk-manager'] },
  'risk.escalate-alert': { roles: ['investigator', 'risk-manager', 'sales-manager'] },
  'risk.close-alert': { roles: ['risk-manager'] },
  'risk.read-risk-dashboard': {
    roles: ['risk-manager', 'committee-chair', 'compliance-officer', 'coordinator', 'auditor', 'administrator'],
  },
  'risk.read-watch': { roles: JUDGES },
  'risk.enter-watch': { roles: ['investigator', 'risk-manager'] },
  'risk.assign-watch-tracker': { roles: ['risk-manager'] },
  'risk.set-watch-plan': { roles: ['investigator', 'risk-manager'] },
  'risk.review-watch': { roles: ['investigator', 'risk-manager'] },
  'risk.propose-watch-end': { roles: ['investigator', 'risk-manager'] },
  'risk.decide-watch-end': { roles: ['risk-manager', 'compliance-officer'] },
  'risk.read-warning-rule': { roles: JUDGES },
  'risk.draft-warning-rule': { roles: ['investigator', 'risk-manager'] },
  'risk.activate-warning-rule': { roles: ['risk-manager', 'compliance-officer'] },
  'risk.retire-warning-rule': { roles: ['risk-manager'] },
} as const satisfies Record<`risk.${string}`, Permission>;
