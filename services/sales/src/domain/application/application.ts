import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { CustomerKind } from '../customer/customer.js';
import type { LoanCare } from '../after-loan/inspection.js';
import type { Warning } from '../after-loan/warning.js';
import type { DisclosureConfirmation } from '../enquiry/disclosure.js';
import type { Conditions } from './conditions.js';
import type { DeskState } from './desk.machine.js';
import type { ApplicationDocument } from './documents.js';
import { noFacts } from './facts.js';
import type { Facts } from './facts.js';
import type { InformationRequest } from './information-requests.js';
import type { InformingTask } from './informing.js';
import type { Round } from './rounds.js';

// A loan application (贷款申请) is one customer's wish for one loan, from the draft to the payout: what is asked for, the documents with
// their verdicts, the rounds of return and supplement, what other departments said about it, what the customer was told.

/** What is asked for; parts may be missing until it is submitted. */
export interface Ask {
  readonly productId: string | null;
  readonly purpose: string | null;
  readonly purposeNote: string | null;
  readonly amountFen: number | null;
  readonly termMonths: number | null;
  readonly method: string | null;
}

export interface Participation {
  readonly role: 'SALESPERSON' | 'INVESTIGATOR' | 'VOTER' | 'CONTRACT_SIGNER' | 'PAYMENT_MAKER' | 'PAYMENT_CHECKER';
  readonly employeeId: string;
}

export interface Withdrawal {
  readonly reason: string;
  readonly at: Date;
  readonly by: string;
}

/** What is reported: papers or words that are false, or a customer who was misled, promised too much or charged wrongly [1.5, 7.9]. */
export const FALSIFICATION_KINDS = ['FALSIFICATION', 'MISLEADING', 'FALSE_PUBLICITY', 'ILLEGAL_CHARGE'] as const;
export type FalsificationKind = (typeof FALSIFICATION_KINDS)[number];

export interface FileEvidence {
  readonly fileId: string;
  readonly sha256: string;
}

export interface FalsificationReport {
  readonly kind: FalsificationKind;
  readonly evidence: readonly FileEvidence[];
  readonly finding: string;
  readonly suspectId: string | null;
  readonly reportedBy: string;
  readonly at: Date;
}

export interface LoanApplication {
  readonly id: string;
  readonly version: number;
  readonly customerId: string;
  readonly customerType: CustomerKind;
  readonly salespersonId: string;
  readonly enquiryId: string | null;
  readonly proposalId: string | null;
  readonly ask: Ask;
  readonly desk: DeskState;
  readonly createdAt: Date;
  readonly rounds: readonly Round[];
  readonly documents: readonly ApplicationDocument[];
  /** What the customer confirmed that he was told, for which product [7.9]. */
  readonly disclosures: readonly DisclosureConfirmation[];
  /** The handoff that risk works on; null when none is open on our side. */
  readonly investigationHandoffId: string | null;
  readonly facts: Facts;
  readonly conditions: Conditions | null;
  readonly tasks: readonly InformingTask[];
  /** What the investigators asked us [7.2]. */
  readonly informationRequests: readonly InformationRequest[];
  /** The contract that is drafted or signed. */
  readonly contractId: string | null;
  readonly contractDraftedAt: Date | null;
  readonly signedAt: Date | null;
  readonly withdrawal: Withdrawal | null;
  /** Asked of finance after signing; effective only on finance's word. */
  readonly cancellation: Withdrawal | null;
  readonly care: LoanCare | null;
  /** Warning signs handed to risk [4.23]. */
  readonly warnings: readonly Warning[];
  readonly falsifications: readonly FalsificationReport[];
  readonly participants: readonly Participation[];
}

export type NewApplication = Pick<
  LoanApplication,
  'id' | 'customerId' | 'customerType' | 'salespersonId' | 'enquiryId' | 'proposalId' | 'ask' | 'createdAt'
>;

export function draftApplication(start: NewApplication): LoanApplication {
  return {
    ...start,
    version: 0,
    desk: 'draft',
    rounds: [],
    documents: [],
    disclosures: [],
    investigationHandoffId: null,
    facts: noFacts,
    conditions: null,
    tasks: [],
    informationRequests: [],
    contractId: null,
    contractDraftedAt: null,
    signedAt: null,
    withdrawal: null,
    cancellation: null,
    care: null,
    warnings: [],
    falsifications: [],
    participants: [{ role: 'SALESPERSON', employeeId: start.salespersonId }],
  };
}

/** Adds people who took part; each once per role. Sorted, so that the order of messages leaves no trace. */
export function withParticipants(application: LoanApplication, added: readonly Participation[]): LoanApplication {
  const key = (one: Participation): string => `${one.role} ${one.employeeId}`;
  const all = new Map([...application.participants, ...added].map((one) => [key(one), { role: one.role, employeeId: one.employeeId }]));
  return { ...application, participants: [...all.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one) };
}

/**
 * Two people may have the same form open: who edits what he read at an earlier version is told, and nothing changes. Throws
 * CHANGED_MEANWHILE; whoever names no version takes what he finds [4.4].
 */
export function requireVersion({ version }: Pick<LoanApplication, 'version'>, expected: number | null | undefined): void {
  if (expected !== null && expected !== undefined && expected !== version)
    throw new DomainError('CHANGED_MEANWHILE', {}, 'expectedVersion');
}

/** Takes the parts of the ask that are given; null clears, undefined keeps. */
export function amendAsk(ask: Ask, change: Partial<Ask>): Ask {
  return { ...ask, ...(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Ask>) };
}

export interface CompleteAsk {
  readonly productId: string;
  readonly purpose: string;
  readonly amountFen: number;
  readonly termMonths: number;
  readonly method: string;
  readonly on: LocalDate;
}
