import { DomainError } from '@weilend/kernel';
import type { BureauFinding } from '../bureau/bureau-inquiry.js';
import type { ContradictionAnswer } from '../checks/contradictions.js';
import type { DataAnalysis } from '../checks/data-analysis.js';
import type { PhoneVerification } from '../checks/phone-verification.js';
import type { SiteVisit } from '../checks/site-visit.js';
import type { CheckWaiver } from '../checks/waiver.js';
import type { StoredScore } from '../scorecard/scorecards.js';
import type { PairAssignment } from './assign-pair.js';
import type { InformationRequest } from './information-request.js';
import type { InvestigationPlan } from './investigation-plan.js';
import { investigationMachine } from './investigation.machine.js';
import type { InvestigationState } from './investigation.machine.js';

// An investigation is one round of work of two investigators on one application: what sales handed over, who investigates, what the
// four checks found, and how it ended. What it holds is never taken back; a new round is a new investigation.

/** The loan as asked for; amounts in fen, the rate a fraction per year. */
export interface RequestedTerms {
  readonly productId: string;
  readonly amountFen: number;
  readonly termMonths: number;
  readonly annualRate: string;
  readonly method: string;
}

/** A written consent of the customer on file with sales. */
export interface Consent {
  readonly consentId: string;
  readonly kind: string;
  readonly purpose: string;
  readonly validUntil: string;
  readonly evidenceHash: string;
}

export interface Closing {
  readonly at: Date;
  readonly by: string;
  readonly reasons: readonly string[];
}

export interface Investigation {
  readonly id: string;
  readonly version: number;
  readonly applicationId: string;
  readonly round: number;
  readonly handoffId: string;
  readonly customerId: string;
  readonly customerType: string;
  readonly salespersonId: string;
  readonly terms: RequestedTerms;
  readonly purpose: string;
  readonly identityIndex: string;
  readonly consents: readonly Consent[];
  /** Who took part before risk did, as the handoff named them. */
  readonly participants: readonly { readonly role: string; readonly employeeId: string }[];
  readonly state: InvestigationState;
  readonly investigatorIds: readonly string[];
  /** Every pair it had, oldest first. */
  readonly assignments: readonly PairAssignment[];
  /** Every outline it had; the last one is in force. */
  readonly plans: readonly InvestigationPlan[];
  readonly siteVisits: readonly SiteVisit[];
  readonly phoneVerifications: readonly PhoneVerification[];
  readonly bureau: BureauFinding | null;
  /** The last one counts; the earlier ones stay readable. */
  readonly dataAnalyses: readonly DataAnalysis[];
  readonly waivers: readonly CheckWaiver[];
  readonly contradictionAnswers: readonly ContradictionAnswer[];
  readonly score: StoredScore | null;
  /** What sales was asked while the work ran on, with the replies [7.2]. */
  readonly informationRequests: readonly InformationRequest[];
  readonly openedAt: Date;
  readonly closing: Closing | null;
  /** Why the committee sent the final report back, when it did. */
  readonly committeeReturns: readonly { readonly at: Date; readonly reasons: readonly string[] }[];
}

/** What a round starts from. */
export type HandedOver = Pick<
  Investigation,
  | 'applicationId'
  | 'round'
  | 'handoffId'
  | 'customerId'
  | 'customerType'
  | 'salespersonId'
  | 'terms'
  | 'purpose'
  | 'identityIndex'
  | 'consents'
  | 'participants'
>;

/** Opens the investigation of a round; throws when that round had its own already or an earlier one is still open [4.8]. */
export function openInvestigation(
  handedOver: HandedOver,
  start: { id: string; at: Date },
  earlier: readonly Pick<Investigation, 'round' | 'state'>[],
): Investigation {
  const { round } = handedOver;
  if (earlier.some((one) => one.round === round)) throw new DomainError('ROUND_ALREADY_INVESTIGATED', { round });
  if (earlier.some((one) => isOpen(one.state))) throw new DomainError('INVESTIGATION_STILL_OPEN');
  return {
    ...handedOver,
    id: start.id,
    version: 0,
    state: investigationMachine.initial,
    investigatorIds: [],
    assignments: [],
    plans: [],
    siteVisits: [],
    phoneVerifications: [],
    bureau: null,
    dataAnalyses: [],
    waivers: [],
    contradictionAnswers: [],
    score: null,
    informationRequests: [],
    openedAt: start.at,
    closing: null,
    committeeReturns: [],
  };
}

export function isOpen(state: InvestigationState): boolean {
  return investigationMachine.can(state, 'withdraw');
}

/** Throws NOT_ASSIGNED unless the person is one of the two investigators [4.11]. */
export function requireInvestigator(investigation: Pick<Investigation, 'investigatorIds'>, employeeId: string): void {
  if (!investigation.investigatorIds.includes(employeeId)) throw new DomainError('NOT_ASSIGNED');
}

/** The investigation with one more check on record; throws when it is not being carried out. */
export function withCheck(investigation: Investigation, found: Partial<Investigation>): Investigation {
  return { ...investigation, ...found, state: investigationMachine.next(investigation.state, 'record') };
}

/** Ends the round without a report: returned to sales, or withdrawn by the customer. */
export function endWithoutReport(investigation: Investigation, how: 'return' | 'withdraw', closing: Closing): Investigation {
  return { ...investigation, state: investigationMachine.next(investigation.state, how), closing };
}

/** The committee sent the report back: more work, then a new version. Without a final report there is nothing to send back. */
export function reopenForCommittee(investigation: Investigation, returned: { at: Date; reasons: readonly string[] }): Investigation {
  if (!investigationMachine.can(investigation.state, 'reopen')) return investigation;
  return { ...investigation, state: 'INVESTIGATING', closing: null, committeeReturns: [...investigation.committeeReturns, returned] };
}
