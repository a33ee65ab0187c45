import { addMonths, businessDateOf, DomainError, invariant } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { LoanContract, RecordingKind } from './contract.js';

// The sound and the picture of a signing (录音录像). What a file is and how long it lasts is told by its bytes, not by who uploaded it; and what
// has been put to a contract is the evidence of that one alone, and is kept as long as the loan file, until years after the loan has ended, whoever asks for its deletion.

/** What the bytes of a file say. */
export interface MeasuredFile {
  readonly contentType: string;
  /** Why it cannot be played; null when it can. */
  readonly problem: 'NOT_MEDIA' | 'CUT_OFF' | 'TOO_SMALL' | 'UNREADABLE' | null;
  /** False when the bytes are of another kind than the content type says. */
  readonly isAsDeclared: boolean;
  readonly audioSeconds: number | null;
  readonly videoSeconds: number | null;
}

/** Whole seconds of a recording of that kind. Throws RECORDING_KIND for a file that is none, RECORDING_DAMAGED for one that does not play [4.18]. */
export function measuredSeconds(kind: RecordingKind, file: MeasuredFile): number {
  const { contentType, problem } = file;
  const isDeclared = contentType.startsWith(`${kind.toLowerCase()}/`);
  if (problem && problem !== 'NOT_MEDIA' && isDeclared) throw new DomainError('RECORDING_DAMAGED', { problem }, 'fileId');
  const seconds = kind === 'AUDIO' ? file.audioSeconds : file.videoSeconds;
  if (problem || !isDeclared || !file.isAsDeclared || seconds === null)
    throw new DomainError('RECORDING_KIND', { contentType, kind }, 'fileId');
  return seconds;
}

/** One recording is the evidence of one contract. Throws DomainError RECORDING_REUSED when another one, of whatever state, has the same bytes [4.18]. */
export function requireUnclaimed(contractId: string, holderId: string | null): void {
  if (holderId !== null && holderId !== contractId) throw new DomainError('RECORDING_REUSED', {}, 'fileId');
}

/** Last day on which the recordings of a contract must be there: years after the loan ends, or after the last change of what was never signed. */
export function retainUntil(contract: Pick<LoanContract, 'signedAt' | 'terms' | 'amended' | 'history'>, years: number): LocalDate {
  const { signedAt, terms, amended, history } = contract;
  const latest = history.at(-1);
  invariant(latest, 'a contract has a history from its draft on');
  const last = businessDateOf(latest.at);
  const ends = signedAt ? (amended?.maturesOn ?? addMonths(businessDateOf(signedAt), terms.termMonths)) : last;
  return addMonths(ends < last ? last : ends, years * 12);
}

export interface Deletion {
  readonly fileId: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  readonly today: LocalDate;
  readonly years: number;
}

/** Marks a recording as deleted after its retention. Throws RECORDING_NOT_FOUND, RECORDING_RETAINED, INPUT_INVALID without a reason [4.18]. */
export function withoutRecording(contract: LoanContract, { fileId, reason, by, at, today, years }: Deletion): LoanContract {
  const recording = contract.recordings.find((one) => one.fileId === fileId && !one.deletion);
  if (!recording) throw new DomainError('RECORDING_NOT_FOUND', {}, 'fileId');
  if (reason.trim() === '') throw new DomainError('INPUT_INVALID', { problem: 'say why the recording is deleted' }, 'reason');
  const until = retainUntil(contract, years);
  if (today <= until) throw new DomainError('RECORDING_RETAINED', { until }, 'fileId');
  const deleted = { ...recording, deletion: { reason: reason.trim(), by, at } };
  return { ...contract, recordings: contract.recordings.map((one) => (one === recording ? deleted : one)) };
}
