import { DomainError } from '@weilend/kernel';
import { opinionWords } from '../opinion/opinion.js';
import { contractReviewMachine } from './contract-review.machine.js';
import type { ContractReviewState } from './contract-review.machine.js';

// A contract that is large, or whose text is not the template's, is read by compliance before it is signed (合同审查): passed, or sent back with what
// has to be changed. Nobody reviews a contract on which he has worked himself.

/** As sales names them in its handoff. */
export type ReviewReason = 'LARGE' | 'NON_STANDARD';

export interface ContractReview {
  readonly id: string;
  readonly version: number;
  readonly handoffId: string;
  readonly applicationId: string;
  readonly contractId: string;
  readonly contractNumber: string;
  /** Of exactly the text that is reviewed. */
  readonly contractHash: string;
  readonly templateVersion: string;
  readonly amountFen: number;
  readonly reasons: readonly ReviewReason[];
  readonly changedClauses: readonly string[];
  /** Who has worked on the application so far. */
  readonly participantIds: readonly string[];
  readonly state: ContractReviewState;
  readonly openedAt: Date;
  /** Until when it is owed; null when it has ended. */
  readonly dueAt: Date | null;
  /** What was found, or has to be changed, or why it fell away. */
  readonly words: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}

export type NewContractReview = Omit<ContractReview, 'version' | 'participantIds' | 'state' | 'words' | 'endedBy' | 'endedAt'>;
interface Ending {
  readonly by: string;
  readonly at: Date;
}

export function openContractReview(review: NewContractReview, participants: readonly { readonly employeeId: string }[]): ContractReview {
  const participantIds = [...new Set(participants.map(({ employeeId }) => employeeId))];
  return { ...review, version: 0, participantIds, state: contractReviewMachine.initial, words: null, endedBy: null, endedAt: null };
}

/** It may be signed. Throws ILLEGAL_TRANSITION, CONTRACT_REVIEW_OWN_WORK or a text refusal; a note is not needed. */
export function passReview(review: ContractReview, note: string | null, { by, at }: Ending): ContractReview {
  const state = contractReviewMachine.next(review.state, 'pass');
  requireOutsider(review, by);
  const words = note === null || note.trim() === '' ? null : opinionWords(note, 'note');
  return { ...review, state, words, endedBy: by, endedAt: at, dueAt: null };
}

/** It has to be changed, and what. Throws ILLEGAL_TRANSITION, CONTRACT_REVIEW_OWN_WORK or a text refusal. */
export function returnReview(review: ContractReview, reason: string, { by, at }: Ending): ContractReview {
  const state = contractReviewMachine.next(review.state, 'return');
  requireOutsider(review, by);
  return { ...review, state, words: opinionWords(reason, 'reason'), endedBy: by, endedAt: at, dueAt: null };
}

/** The draft counts no more: an open review falls away, one that has ended stays. */
export function dropReview(review: ContractReview, reason: string, at: Date): ContractReview {
  if (review.state !== 'open') return review;
  return { ...review, state: contractReviewMachine.next(review.state, 'drop'), words: reason, endedAt: at, dueAt: null };
}

function requireOutsider({ participantIds }: ContractReview, by: string): void {
  if (participantIds.includes(by)) throw new DomainError('CONTRACT_REVIEW_OWN_WORK');
}
