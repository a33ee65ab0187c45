import { defineMachine, DomainError } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';

/**
 * `requested` (a signed URL was given), `uploaded` (all bytes are in the store, hash computed), `verified` (the hash is the
 * declared one), `rejected` (it is not), `attached` (a use case took it as evidence; from then on it is never deleted here),
 * `erased` (a use case let it go after its retention; what is known of it stays, its bytes do not).
 */
export const FILE_STATES = ['requested', 'uploaded', 'verified', 'rejected', 'attached', 'erased'] as const;
export type FileState = (typeof FILE_STATES)[number];
export type FileEvent = 'store' | 'accept' | 'reject' | 'attach' | 'erase';

export const fileMachine = defineMachine<FileState, FileEvent>({
  name: 'file',
  initial: 'requested',
  states: {
    requested: { store: 'uploaded' },
    uploaded: { accept: 'verified', reject: 'rejected' },
    verified: { attach: 'attached' },
    rejected: {},
    attached: { erase: 'erased' },
    erased: {},
  },
});

/** What somebody says he will upload. Sizes in bytes, hash as 64 hex digits. */
export interface DeclaredFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** What a file was uploaded for: only an act about the same subject may attach it. */
export interface FileSubject {
  readonly kind: string;
  readonly id: string;
}

/** One file of a department. */
export interface StoredFile extends DeclaredFile {
  readonly id: string;
  readonly department: Department;
  readonly state: FileState;
  readonly subject: FileSubject;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  /** Name of the bytes in the object store; null before they are there. */
  readonly objectKey: string | null;
  /** Computed while the bytes streamed in. */
  readonly actualSha256: string | null;
  readonly actualSizeBytes: number | null;
  readonly storedAt: Date | null;
  /** The record that the file is evidence of. */
  readonly attachedTo: FileSubject | null;
  readonly attachedAt: Date | null;
  /** Pieces of an upload that comes piece by piece, in order; none when the bytes came at once, or are put together. */
  readonly parts?: readonly FilePart[];
  /** Bytes of all pieces; absent in rows from before uploads could be resumed. */
  readonly receivedBytes?: number;
}

/** A piece of a file in the object store. */
export interface FilePart {
  readonly key: string;
  readonly sizeBytes: number;
}

/** What a department accepts: the largest size in bytes and the content types, e.g. `image/jpeg` or `video/*`. */
export interface FilePolicy {
  readonly maxBytes: number;
  readonly contentTypes: readonly string[];
}

const SHA256 = /^[0-9a-f]{64}$/;
const FILE_NAME = /^[^/\\\u0000-\u001f]{1,200}$/;
const CONTENT_TYPE = /^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,80}$/;

/** Throws DomainError INPUT_INVALID with the field, for a declaration that the policy does not allow. */
export function checkDeclaration(file: DeclaredFile, policy: FilePolicy): void {
  if (!FILE_NAME.test(file.fileName)) throw invalid('fileName', 'a file name has 1 to 200 characters and no path');
  if (!CONTENT_TYPE.test(file.contentType)) throw invalid('contentType', `"${file.contentType.slice(0, 60)}" is not a content type`);
  if (!policy.contentTypes.some((allowed) => fits(file.contentType, allowed))) {
    throw invalid('contentType', `${file.contentType} is not accepted here: ${policy.contentTypes.join(', ')}`);
  }
  if (!Number.isSafeInteger(file.sizeBytes) || file.sizeBytes < 1) throw invalid('sizeBytes', 'an empty file is no evidence');
  if (file.sizeBytes > policy.maxBytes) throw invalid('sizeBytes', `${file.sizeBytes} bytes are more than the ${policy.maxBytes} allowed`);
  if (!SHA256.test(file.sha256)) throw invalid('sha256', 'sha256 is written as 64 lower-case hex digits');
}

/** The state that stored bytes deserve: the declared hash and size, or not. */
export function judgeBytes(
  file: Pick<StoredFile, 'sha256' | 'sizeBytes'>,
  actual: { sha256: string; sizeBytes: number },
): 'accept' | 'reject' {
  return actual.sha256 === file.sha256 && actual.sizeBytes === file.sizeBytes ? 'accept' : 'reject';
}

function fits(contentType: string, allowed: string): boolean {
  return allowed.endsWith('/*') ? contentType.startsWith(allowed.slice(0, -1)) : contentType === allowed;
}

function invalid(field: string, problem: string): DomainError {
  return new DomainError('INPUT_INVALID', { problem }, field);
}
