// What lies before the committee (贷审会案件): the terms that the customer asks for, the final risk report that the decision must rest on, who
// has had a hand in the application so far, and what the members have done: stood aside, proposed terms, voted, vetoed [4.11-4.13].
import type { Fen, LocalDate } from '@weilend/kernel';
import type { Office } from '../member/member.js';
import type { AuthorityBand } from '../policy/policy.js';
import type { CaseState } from './case.machine.js';
import type { DepartmentOpinion } from './opinion.js';

export type RepaymentMethod = 'EQUAL_INSTALMENT' | 'EQUAL_PRINCIPAL' | 'INTEREST_ONLY' | 'BULLET';
export type CustomerType = 'INDIVIDUAL' | 'SELF_EMPLOYED' | 'MICRO_ENTERPRISE';
export type ParticipantRole = 'SALESPERSON' | 'INVESTIGATOR' | 'VOTER' | 'CONTRACT_SIGNER' | 'PAYMENT_MAKER' | 'PAYMENT_CHECKER';

export interface LoanTerms {
  readonly productId: string;
  readonly amountFen: Fen;
  readonly termMonths: number;
  /** Decimal fraction per year. */
  readonly annualRate: string;
  readonly method: RepaymentMethod;
}

export interface Participant {
  readonly role: ParticipantRole;
  readonly employeeId: string;
}

/** The final report that the decision cites: its version and hash say exactly which text the committee had read. */
export interface ReportCitation {
  readonly investigationId: string;
  readonly reportId: string;
  readonly reportVersion: number;
  readonly reportHash: string;
  readonly rating: 'LOW' | 'MEDIUM' | 'HIGH';
  readonly recommendation: 'APPROVE' | 'APPROVE_WITH_CONDITIONS' | 'REJECT' | 'REFER';
  readonly score: number;
  readonly scorecardId: string;
  readonly scorecardVersion: number;
  /** SHA-256 of the scorecard; absent in reports from before cards were kept as rows. */
  readonly scorecardHash?: string | null;
  readonly recommendedAmountFen: Fen;
  readonly recommendedTermMonths: number;
  readonly recommendedAnnualRate: string | null;
}

export interface Recusal {
  readonly employeeId: string;
  readonly reason: string;
  /** DECLARED by the member, FORCED by the chair or secretary, or by a CONFLICT on record. */
  readonly kind: 'DECLARED' | 'FORCED' | 'CONFLICT';
  readonly at: Date;
}

export interface Vote {
  readonly employeeId: string;
  readonly office: Office;
  /** The member whose seat it is; a substitute votes for another's. */
  readonly seatOf: string;
  readonly choice: 'YES' | 'NO';
  readonly reason: string;
  readonly at: Date;
}

export interface Veto {
  readonly employeeId: string;
  readonly reason: string;
  readonly at: Date;
}

export const EVIDENCE_KINDS = ['DOCUMENT', 'GUARANTEE', 'COLLATERAL_REGISTRATION', 'INSURANCE', 'PHOTO', 'OTHER'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface ProposedCondition {
  readonly conditionId: string;
  readonly text: string;
  /** The employee who sees to it. */
  readonly ownerId: string;
  readonly dueOn: LocalDate;
  readonly evidenceKind: EvidenceKind;
}

export interface Proposal {
  readonly terms: LoanTerms;
  readonly conditions: readonly ProposedCondition[];
  readonly proposedBy: string;
}

/** A vote without a sitting: members answer one by one until a moment [4.12]. */
export interface Circulation {
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  /** When those who had not voted were reminded. */
  readonly remindedAt: Date | null;
  /** RUNNING, then QUORATE: only the decision is missing, or TO_SESSION: too few voted, the next sitting takes the case. */
  readonly outcome: 'RUNNING' | 'QUORATE' | 'TO_SESSION';
}

/** The case was moved to another sitting instead of standing still. */
export interface Rescheduling {
  readonly reason: 'QUORUM_BROKEN' | 'CIRCULATION_EXPIRED' | 'ABSENT_AT_OPENING';
  readonly toSessionId: string;
  readonly at: Date;
  /** By when it must have been decided there. */
  readonly dueAt: Date;
  /** Substitutes who could take the seats of those who stand aside. */
  readonly proposed: readonly string[];
}

/** What a salesperson names as new when he asks for a second look. */
export interface NewFacts {
  readonly text: string;
  readonly documents: readonly { readonly fileId: string; readonly sha256: string }[];
  readonly requestedBy: string;
  readonly at: Date;
}

export interface ApprovalCase {
  readonly id: string;
  readonly applicationId: string;
  /** The open `decide-application` handoff that the decision completes; null for a case that looks at a decision again. */
  readonly handoffId: string | null;
  readonly state: CaseState;
  readonly customerId: string;
  readonly customerType: CustomerType;
  readonly salespersonId: string;
  readonly purpose: string;
  readonly asked: LoanTerms;
  readonly report: ReportCitation;
  readonly participants: readonly Participant[];
  readonly policyVersion: number;
  /** SHA-256 of that version; null for cases from before versions were hashed. */
  readonly policyHash: string | null;
  /** Bands that may decide the asked amount, the responsible one first, as they stood when the case was opened. */
  readonly bands: readonly AuthorityBand[];
  readonly openedOn: LocalDate;
  /** Null for cases from before it was kept. */
  readonly openedAt: Date | null;
  /** When the decision is due, as the handoff says; null for cases from before it was kept. */
  readonly dueAt: Date | null;
  readonly circulation: Circulation | null;
  /** Top-level copy of a running circulation's moment, for the index. */
  readonly ballotDueAt: Date | null;
  readonly reschedulings: readonly Rescheduling[];
  readonly recusals: readonly Recusal[];
  /** What other departments were asked, with what they said [8.5]. */
  readonly opinions: readonly DepartmentOpinion[];
  readonly votes: readonly Vote[];
  readonly veto: Veto | null;
  readonly proposal: Proposal | null;
  readonly withdrawnReason: string | null;
  /** What risk must find out, when the report was sent back. */
  readonly questions: readonly string[];
  /** The decision that is looked at again with new facts; null for a first case. */
  readonly reconsiders: string | null;
  /** What is new since then. */
  readonly newFacts: NewFacts | null;
}

/** The case of whoever serves the customer now; who did so before keeps his part in it [2.13, 7.3]. */
export function servedBy<C extends Pick<ApprovalCase, 'participants' | 'salespersonId'>>(approvalCase: C, salespersonId: string): C {
  return { ...approvalCase, salespersonId, participants: withSalesperson(approvalCase.participants, salespersonId) };
}

/** The salesperson of the loan has a part in it even when the list of participants forgot to say so. */
export function withSalesperson(participants: readonly Participant[], employeeId: string): readonly Participant[] {
  const named = participants.some((one) => one.role === 'SALESPERSON' && one.employeeId === employeeId);
  return named ? participants : [{ role: 'SALESPERSON', employeeId }, ...participants];
}

/** The part of a person in the application that forbids a vote on it, or null: every part but a vote itself [7.3]. */
export function conflictOf(approvalCase: Pick<ApprovalCase, 'participants'>, employeeId: string): Exclude<ParticipantRole, 'VOTER'> | null {
  const roles = approvalCase.participants.filter((one) => one.employeeId === employeeId).map((one) => one.role);
  if (roles.includes('SALESPERSON')) return 'SALESPERSON';
  return roles.find((role) => role !== 'VOTER') ?? null;
}

/** Why a person stands aside: a recusal on record, else a conflict; null when nothing keeps him from voting. */
export function recusalReason(approvalCase: Pick<ApprovalCase, 'participants' | 'recusals'>, employeeId: string): string | null {
  const recorded = approvalCase.recusals.find((one) => one.employeeId === employeeId);
  return recorded?.reason ?? conflictOf(approvalCase, employeeId);
}
