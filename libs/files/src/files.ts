import type { Readable } from 'node:stream';
import { actorRef, DomainError, newId } from '@weilend/kernel';
import type { Actor, Department } from '@weilend/kernel';
import type { Database, Tx } from '@weilend/mongo';
import { measureMedia } from './media.js';
import type { MediaReading } from './media.js';
import { MeasuredStream } from './measured-stream.js';
import type { ObjectStore } from './object-store.js';
import type { FileUrls } from './signed-url.js';
import { checkDeclaration, fileMachine, judgeBytes } from './stored-file.js';
import type { DeclaredFile, FilePolicy, FileState, FileSubject, StoredFile } from './stored-file.js';

export interface FilesOptions {
  readonly department: Department;
  readonly uploadTtlMs: number;
  readonly downloadTtlMs: number;
}

/** A signed URL and until when it works. */
export interface FileTicket {
  readonly fileId: string;
  readonly url: string;
  readonly expiresAt: Date;
}

type FileRow = Omit<StoredFile, 'id'> & { readonly _id: string };

/** Files of one department: promised by a use case, uploaded past the graph, checked by hash, attached by a use case. */
export class Files {
  constructor(
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly urls: FileUrls,
    private readonly options: FilesOptions,
  ) {}

  /** Opens a file row in the use case's transaction; returns its id. Throws DomainError INPUT_INVALID. */
  async request(file: { declared: DeclaredFile; subject: FileSubject; policy: FilePolicy }, actor: Actor, tx: Tx): Promise<string> {
    checkDeclaration(file.declared, file.policy);
    const { fileName, contentType, sizeBytes, sha256 } = file.declared;
    const row: FileRow = {
      ...{ _id: newId('fil'), department: this.options.department, state: 'requested', subject: file.subject },
      ...{ fileName, contentType, sizeBytes, sha256, requestedBy: actorRef(actor), requestedAt: new Date() },
      ...{ objectKey: null, actualSha256: null, actualSizeBytes: null, storedAt: null, attachedTo: null, attachedAt: null },
      ...{ parts: [], receivedBytes: 0 },
    };
    await this.rows().insertOne(row, { session: tx.session });
    tx.wrote('files', row._id, row.sha256);
    return row._id;
  }

  /** A fresh upload URL for a file that still waits for its bytes. Throws DomainError NOT_FOUND or FILE_NOT_VERIFIED. */
  async uploadTicket(fileId: string): Promise<FileTicket> {
    const file = await this.find(fileId);
    if (!file) throw notFound(fileId);
    return this.ticket(file.id, { operation: 'put', ttlMs: this.options.uploadTtlMs, maxBytes: file.sizeBytes });
  }

  /** A download URL for a file whose bytes are checked. Throws DomainError NOT_FOUND or FILE_NOT_VERIFIED. */
  async downloadTicket(fileId: string): Promise<FileTicket> {
    const file = await this.find(fileId);
    if (!file) throw notFound(fileId);
    if (file.state !== 'verified' && file.state !== 'attached') throw notVerified(fileId, file.state);
    return this.ticket(file.id, { operation: 'get', ttlMs: this.options.downloadTtlMs, maxBytes: 0 });
  }

  /** A download URL for a file that is made when it is read (`MadeFiles`); who asks for it must have seen that the caller may read what it is made of. */
  madeTicket(fileId: string): FileTicket {
    return this.ticket(fileId, { operation: 'get', ttlMs: this.options.downloadTtlMs, maxBytes: 0 });
  }

  async find(fileId: string): Promise<StoredFile | null> {
    const row = await this.rows().findOne({ _id: fileId });
    return row ? toFile(row) : null;
  }

  async findMany(fileIds: readonly string[]): Promise<StoredFile[]> {
    const rows = await this.rows()
      .find({ _id: { $in: [...fileIds] } })
      .toArray();
    return rows.map(toFile);
  }

  /**
   * Takes a verified file as evidence, in the use case's transaction; from then on nothing here deletes it but `erase` and `discard`.
   * Throws DomainError FILE_NOT_VERIFIED for any other state and for a file that was uploaded about another subject.
   */
  async attach(fileId: string, about: { subject: FileSubject; to: FileSubject }, tx: Tx): Promise<StoredFile> {
    const filter = { _id: fileId, 'subject.kind': about.subject.kind, 'subject.id': about.subject.id };
    const attached = { state: 'attached' as const, attachedTo: about.to, attachedAt: new Date() };
    const row = await this.rows().findOneAndUpdate(
      { ...filter, state: 'verified' },
      { $set: attached },
      { session: tx.session, returnDocument: 'after' },
    );
    if (row) {
      tx.wrote('files', fileId, row.sha256);
      return toFile(row);
    }
    const found = await this.rows().findOne({ _id: fileId }, { session: tx.session });
    const foreign = found !== null && (found.subject.kind !== about.subject.kind || found.subject.id !== about.subject.id);
    throw notVerified(fileId, !found ? 'absent' : foreign ? 'uploaded for something else' : found.state);
  }

  /**
   * Removes a file that was taken to be read once and is no evidence (a list that was imported); what it was and its hash stay with who took it.
   * The row goes first: bytes that a crash leaves behind are an orphan of the sweep. Nothing happens when it is gone, or was taken by another record.
   */
  async discard(fileId: string, takenBy: FileSubject): Promise<void> {
    const row = await this.rows().findOneAndDelete({ _id: fileId, 'attachedTo.kind': takenBy.kind, 'attachedTo.id': takenBy.id });
    if (row?.objectKey) await this.store.remove(row.objectKey);
  }

  /**
   * Receives the bytes of a requested file: streams, counts and hashes them at once, then compares with the declaration.
   * Of two uploads at the same time one wins. The same call on a file that has its bytes answers its state and reads nothing.
   * Throws FileTooLarge; any error leaves the file waiting for another try.
   */
  async receive(fileId: string, bytes: Readable, maxBytes: number): Promise<FileState> {
    const file = await this.find(fileId);
    if (!file) throw notFound(fileId);
    if (file.state !== 'requested') return this.settle(file);
    if (bytes.destroyed) throw bytes.errored ?? new Error('the upload broke off');
    const objectKey = newId('obj');
    const measured = new MeasuredStream(Math.min(maxBytes, file.sizeBytes));
    // Not `pipeline`: it would destroy the request and with it the answer that says why.
    bytes.once('error', (error) => measured.destroy(error));
    bytes.once('close', () => (bytes.readableEnded ? undefined : measured.destroy(new Error('the upload broke off'))));
    await this.store.put(objectKey, bytes.pipe(measured));
    const actual = measured.measure();
    const stored = {
      state: fileMachine.next('requested', 'store'),
      objectKey,
      actualSha256: actual.sha256,
      actualSizeBytes: actual.sizeBytes,
      storedAt: new Date(),
      // Pieces that came before are named no more: the sweep takes their bytes.
      parts: [],
    };
    const won = await this.rows().updateOne({ _id: fileId, state: 'requested' }, { $set: stored });
    if (won.matchedCount === 0) await this.store.remove(objectKey);
    const now = await this.find(fileId);
    return now ? this.settle(now) : 'rejected';
  }

  /**
   * Lets go of an attached file whose retention is over, in the use case's transaction, which has to have checked that; the sweep takes the bytes.
   * Throws DomainError FILE_NOT_VERIFIED for any other state.
   */
  async erase(fileId: string, tx: Tx): Promise<void> {
    const erased = { state: fileMachine.next('attached', 'erase'), objectKey: null };
    const row = await this.rows().findOneAndUpdate({ _id: fileId, state: 'attached' }, { $set: erased }, { session: tx.session });
    if (!row) throw notVerified(fileId, (await this.find(fileId))?.state ?? 'absent');
    tx.wrote('files', fileId, row.sha256);
  }

  /** Container, tracks and length of a recording by its checked bytes. Throws DomainError NOT_FOUND or FILE_NOT_VERIFIED. */
  async measure(fileId: string): Promise<MediaReading> {
    const file = await this.find(fileId);
    if (!file) throw notFound(fileId);
    const { objectKey } = file;
    if ((file.state !== 'verified' && file.state !== 'attached') || !objectKey) throw notVerified(fileId, file.state);
    return measureMedia({ sizeBytes: file.sizeBytes, read: (start, end) => this.store.read(objectKey, start, end) });
  }

  /** The checked bytes. Throws DomainError FILE_NOT_VERIFIED. */
  open(file: StoredFile): Readable {
    const readable = file.state === 'verified' || file.state === 'attached';
    if (!readable || !file.objectKey) throw notVerified(file.id, file.state);
    return this.store.get(file.objectKey);
  }

  /** Brings an uploaded file to its verdict; also what the sweep does for a process that died in between. */
  async settle(file: StoredFile): Promise<FileState> {
    if (file.state !== 'uploaded') return file.state;
    const verdict = judgeBytes(file, { sha256: file.actualSha256 ?? '', sizeBytes: file.actualSizeBytes ?? -1 });
    const state = fileMachine.next('uploaded', verdict);
    const settled = await this.rows().updateOne({ _id: file.id, state: 'uploaded' }, { $set: { state } });
    return settled.matchedCount === 1 ? state : ((await this.find(file.id))?.state ?? 'rejected');
  }

  private ticket(fileId: string, grant: { operation: 'put' | 'get'; ttlMs: number; maxBytes: number }): FileTicket {
    const expiresAtS = Math.ceil((Date.now() + grant.ttlMs) / 1_000);
    const { operation, maxBytes } = grant;
    const url = this.urls.sign({ operation, department: this.options.department, fileId, expiresAtS, maxBytes });
    return { fileId, url, expiresAt: new Date(expiresAtS * 1_000) };
  }

  private rows() {
    return this.database.collection<FileRow>('files');
  }
}

function toFile({ _id, ...rest }: FileRow): StoredFile {
  return { id: _id, ...rest };
}

function notFound(fileId: string): DomainError {
  return new DomainError('NOT_FOUND', { noun: 'file', id: fileId });
}

function notVerified(fileId: string, state: string): DomainError {
  return new DomainError('FILE_NOT_VERIFIED', { fileId, state });
}
