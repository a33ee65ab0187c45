import { canonicalHash, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { ContractTerms } from '../application/facts.js';
import type { ContractClause } from './clauses.js';
import { contractMachine } from './contract.machine.js';
import type { ContractState } from './contract.machine.js';
import { termsHashOf } from './contract-terms.js';

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
  readonly sizeBytes: number;
  readonly durationSeconds: number;
  readonly by: string;
  readonly at: Date;
}

export interface LoanContract {
  readonly id: string;
  readonly version: number;
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
  readonly costSheet: CostSheetRef | null;
  readonly costSheetRefusedBecause: readonly string[];
  readonly acknowledgement: Acknowledgement | null;
  readonly explanation: Explanation | null;
  readonly recordings: readonly Recording[];
  readonly contractHash: string;
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

/** Shortest time in which anybody has read a contract of seven clauses. */
export const LEAST_READING_SECONDS = 10;

/** The customer confirmed that he understands. Throws EXPLANATION_MISSING for a no, READING_TOO_SHORT [4.17]. */
export function explain(contract: LoanContract, explanation: Explanation & { readonly confirmedByCustomer: boolean }): LoanContract {
  requireDraft(contract);
  const { confirmedByCustomer, ...kept } = explanation;
  if (!confirmedByCustomer) throw new DomainError('EXPLANATION_MISSING', {}, 'confirmedByCustomer');
  if (!(kept.readingSeconds >= LEAST_READING_SECONDS)) {
    throw new DomainError('READING_TOO_SHORT', { seconds: kept.readingSeconds, atLeast: LEAST_READING_SECONDS }, 'readingSeconds');
  }
  return { ...contract, explanation: kept };
}

/** Puts a recording to the contract, one of each kind. Throws RECORDING_EXISTS or INPUT_INVALID [4.18]. */
export function record(contract: LoanContract, recording: Recording): LoanContract {
  requireDraft(contract);
  if (contract.recordings.some((one) => one.kind === recording.kind))
    throw new DomainError('RECORDING_EXISTS', { kind: recording.kind }, 'kind');
  if (!(recording.durationSeconds > 0))
    throw new DomainError('INPUT_INVALID', { problem: 'a recording lasts longer than nothing' }, 'durationSeconds');
  return { ...contract, recordings: [...contract.recordings, recording] };
}

/** Another draft, a withdrawal: a draft counts no more; a signed contract is never touched. */
export function voided(contract: LoanContract, by: string, at: Date): LoanContract {
  if (contract.state !== 'draft') return contract;
  const state = contractMachine.next(contract.state, 'void');
  return { ...contract, state, history: [...contract.history, { state, by, at }] };
}

/** Throws DomainError ILLEGAL_TRANSITION for a contract that is no draft. */
export function requireDraft(contract: LoanContract): void {
  contractMachine.next(contract.state, 'sign');
}
