import { addDays, canonicalHash, DomainError, invariant } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { ContractTerms } from '../application/facts.js';
import type { ContractClause } from './clauses.js';
import type { ContractReview } from './contract-review.js';
import { contractMachine } from './contract.machine.js';
import type { ContractState } from './contract.machine.js';
import { termsHashOf } from './contract-terms.js';
import { leastRecordingSeconds, requireReading, requireRecorded } from './reading-time.js';
import type { ReadingRules } from './reading-time.js';

// One contract with everything that its signing rests on: the clauses, the cost sheet of exactly its terms and the customer's word that he saw
// it, the explanation, the sound and picture of the signing. Terms never change: other terms are another contract.

export interface CostSheetRef {
  readonly costSheetId: string;
  readonly hash: string;
  readonly termsHash: string;
  readonly annualCostCompound: string;
  readonly issuedAt: Date;
}

export interface Acknowledgement {
  readonly costSheetId: string;
  readonly costSheetHash: string;
  readonly by: string;
  readonly at: Date;
}

export interface Explanation {
  readonly textVersion: string;
  /** Hash of the contract that was explained; null in records from before it was kept. */
  readonly contractHash: string | null;
  readonly readingSeconds: number;
  readonly by: string;
  readonly at: Date;
}

export const RECORDING_KINDS = ['AUDIO', 'VIDEO'] as const;
export type RecordingKind = (typeof RECORDING_KINDS)[number];

export interface Recording {
  readonly kind: RecordingKind;
  readonly fileId: string;
  readonly sha256: string;
  /** The same hash: no other contract has it. In records from before that shared their bytes with another contract a key of their own. */
  readonly claimedHash: string;
  readonly sizeBytes: number;
  /** Measured from the bytes, whatever was said of them. */
  readonly durationSeconds: number;
  /** E.g. `video/mp4`; null in records from before it was kept. */
  readonly contentType: string | null;
  readonly by: string;
  readonly at: Date;
  /** Set when the bytes were deleted after their retention; what is known of them stays. */
  readonly deletion: { readonly reason: string; readonly by: string; readonly at: Date } | null;
}

/** Terms by the last signed supplementary agreement. */
export interface AmendedTerms {
  readonly amendmentId: string;
  readonly amendmentNo: number;
  readonly principalFen: number;
  readonly annualRate: string;
  readonly method: string;
  readonly maturesOn: LocalDate;
  readonly effectiveOn: LocalDate;
}

export interface LoanContract {
  readonly id: string;
  readonly version: number;
  /** By which people speak of it, e.g. `WD-2026-000123`. */
  readonly number: string;
  readonly applicationId: string;
  readonly customerId: string;
  readonly salespersonId: string;
  readonly decisionId: string;
  /** 1 for the first draft of the application, rising. */
  readonly draftNo: number;
  readonly state: ContractState;
  readonly history: readonly { readonly state: ContractState; readonly by: string; readonly at: Date }[];
  readonly terms: ContractTerms;
  readonly startOn: LocalDate;
  readonly templateVersion: string;
  readonly clauses: readonly ContractClause[];
  /** Null for an ordinary contract, which nobody has to review. */
  readonly review: ContractReview | null;
  readonly costSheet: CostSheetRef | null;
  readonly costSheetRefusedBecause: readonly string[];
  readonly acknowledgement: Acknowledgement | null;
  readonly explanation: Explanation | null;
  readonly recordings: readonly Recording[];
  readonly contractHash: string;
  /** Last day of a draft on which it may be signed; null when it is none. */
  readonly signDueOn: LocalDate | null;
  /** Null until a supplementary agreement is signed: then these are the terms, and those above how it began. */
  readonly amended: AmendedTerms | null;
  readonly payeeAccountId: string | null;
  /** How often finance was ordered to pay; above 1 only after a return. */
  readonly paymentOrders: number;
  readonly signedBy: string | null;
  readonly signedAt: Date | null;
}

/** Hash of what is signed: parties and clauses, terms, the approval; not of what is put to it later. */
export function contractHashOf(
  contract: Pick<LoanContract, 'id' | 'applicationId' | 'decisionId' | 'terms' | 'startOn' | 'templateVersion' | 'clauses'>,
): string {
  const { id, applicationId, decisionId, terms, startOn, templateVersion, clauses } = contract;
  return canonicalHash({ id, applicationId, decisionId, terms, startOn, templateVersion, clauses });
}

/** Finance issued the sheet; one of other terms than this contract's is never taken, a second one changes nothing. */
export function withCostSheet(contract: LoanContract, sheet: CostSheetRef): LoanContract {
  if (contract.costSheet || sheet.termsHash !== termsHashOf(contract.terms)) return contract;
  return { ...contract, costSheet: sheet, costSheetRefusedBecause: [] };
}

/** The customer saw the sheet with this hash. Throws ILLEGAL_TRANSITION, COST_SHEET_MISSING or COST_SHEET_MISMATCH. */
export function acknowledge(contract: LoanContract, seenHash: string, word: { by: string; at: Date }): LoanContract {
  requireDraft(contract);
  const { costSheet } = contract;
  if (!costSheet) throw new DomainError('COST_SHEET_MISSING');
  if (costSheet.hash !== seenHash) throw new DomainError('COST_SHEET_MISMATCH', {}, 'costSheetHash');
  return { ...contract, acknowledgement: { costSheetId: costSheet.costSheetId, costSheetHash: costSheet.hash, ...word } };
}

/** The customer confirmed that he understands exactly this text. Throws EXPLANATION_MISSING for a no, READING_TOO_SHORT, _LONG or _LONGER_THAN_RECORDING [4.17]. */
export function explain(
  contract: LoanContract,
  explanation: Omit<Explanation, 'contractHash'> & { readonly confirmedByCustomer: boolean },
  rules: ReadingRules,
): LoanContract {
  requireDraft(contract);
  const { confirmedByCustomer, ...kept } = explanation;
  if (!confirmedByCustomer) throw new DomainError('EXPLANATION_MISSING', {}, 'confirmedByCustomer');
  requireReading({ seconds: kept.readingSeconds, shownAt: draftedAt(contract), at: kept.at }, contract.clauses, rules);
  for (const { durationSeconds } of contract.recordings) requireRecorded(kept.readingSeconds, durationSeconds, 'readingSeconds');
  return { ...contract, explanation: { ...kept, contractHash: contract.contractHash } };
}

/** Puts a recording to the contract, one of each kind. Throws RECORDING_EXISTS, RECORDING_TOO_SHORT or READING_LONGER_THAN_RECORDING [4.17, 4.18]. */
export function record(contract: LoanContract, recording: Recording, rules: ReadingRules): LoanContract {
  requireDraft(contract);
  if (contract.recordings.some((one) => one.kind === recording.kind))
    throw new DomainError('RECORDING_EXISTS', { kind: recording.kind }, 'kind');
  const atLeast = leastRecordingSeconds(contract.clauses, rules);
  if (!(recording.durationSeconds >= atLeast))
    throw new DomainError('RECORDING_TOO_SHORT', { seconds: recording.durationSeconds, atLeast }, 'fileId');
  if (contract.explanation) requireRecorded(contract.explanation.readingSeconds, recording.durationSeconds, 'fileId');
  return { ...contract, recordings: [...contract.recordings, recording] };
}

/** Since when its text has been there. */
export function draftedAt({ history }: Pick<LoanContract, 'history'>): Date {
  const [drafted] = history;
  invariant(drafted, 'a contract has a history from its draft on');
  return drafted.at;
}

/** Another draft, a withdrawal: a draft counts no more; a signed contract is never touched. */
export function voided(contract: LoanContract, by: string, at: Date): LoanContract {
  return contract.state === 'draft' ? ended(contract, 'void', { by, at }) : contract;
}

/** The last day to sign has passed: the draft counts no more. What is no draft, or has days left, stays as it is. */
export function expired(contract: LoanContract, today: LocalDate, word: { by: string; at: Date }): LoanContract {
  return contract.state === 'draft' && isOverdue(contract, today) ? ended(contract, 'expire', word) : contract;
}

export function isOverdue({ signDueOn }: Pick<LoanContract, 'signDueOn'>, today: LocalDate): boolean {
  return signDueOn !== null && today > signDueOn;
}

/** The last day to sign: of the approval, or so many days after the draft, whichever comes first. */
export function signDueOn(draftedOn: LocalDate, withinDays: number, validUntil: LocalDate | null): LocalDate {
  const byPolicy = addDays(draftedOn, withinDays);
  return validUntil && validUntil < byPolicy ? validUntil : byPolicy;
}

function ended(contract: LoanContract, event: 'void' | 'expire', { by, at }: { by: string; at: Date }): LoanContract {
  const state = contractMachine.next(contract.state, event);
  return { ...contract, state, signDueOn: null, history: [...contract.history, { state, by, at }] };
}

/** Throws DomainError DRAFT_EXPIRED, or ILLEGAL_TRANSITION for another contract that is no draft. */
export function requireDraft(contract: LoanContract): void {
  if (contract.state === 'expired') throw new DomainError('DRAFT_EXPIRED');
  contractMachine.next(contract.state, 'sign');
}
