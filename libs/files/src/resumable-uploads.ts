import { Readable } from 'node:stream';
import { DomainError, newId } from '@weilend/kernel';
import type { Database } from '@weilend/mongo';
import type { Files } from './files.js';
import { FileTooLarge } from './measured-stream.js';
import type { ObjectStore } from './object-store.js';
import type { FilePart, FileState, StoredFile } from './stored-file.js';

/** The bytes would not begin where the last ones ended. */
export class OffsetMismatch extends Error {
  readonly code = 'OFFSET_MISMATCH';

  constructor(readonly expected: number) {
    super(`the next byte is number ${expected}`);
  }
}

/** An upload in pieces that are too small: the record of them would grow without end. */
export class TooManyPieces extends Error {
  readonly code = 'TOO_MANY_PIECES';
}

export interface UploadProgress {
  readonly offset: number;
  readonly sizeBytes: number;
  readonly state: FileState;
  readonly requestedAt: Date;
}

/** What a process that dies loses of an upload at most. */
const PIECE_BYTES = 4 * 1_048_576;
const MOST_PIECES = 4_000;

type FileRow = Omit<StoredFile, 'id'> & { readonly _id: string };

/**
 * Uploads that go on where they stopped, after a lost line or a restart of the service. Bytes are kept piece by piece as they arrive; each
 * piece counts only when the row says so, at exactly the offset it was sent for, so of two senders one wins. When the last byte is there the
 * pieces are put together and judged by the hash over all of them, like bytes that came at once.
 */
export class ResumableUploads {
  constructor(
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly files: Files,
  ) {}

  /** How far an upload has come; brings one to its verdict whose process died after the last byte. Throws DomainError NOT_FOUND. */
  async progressOf(fileId: string): Promise<UploadProgress> {
    const file = await this.get(fileId);
    if (file.state === 'requested' && receivedOf(file) === file.sizeBytes) await this.finish(fileId);
    return this.progress(await this.get(fileId));
  }

  /**
   * Appends bytes at an offset. What arrived of a body that breaks off is kept.
   * Throws DomainError NOT_FOUND, OffsetMismatch, FileTooLarge, TooManyPieces.
   */
  async append(fileId: string, offset: number, bytes: Readable): Promise<UploadProgress> {
    const file = await this.get(fileId);
    if (file.state !== 'requested') return this.progressOf(fileId);
    if (offset !== receivedOf(file)) throw new OffsetMismatch(receivedOf(file));
    const pieces = new PieceReader(bytes);
    let at = offset;
    for (let piece = await pieces.next(); piece.length > 0; piece = await pieces.next()) {
      if (at + piece.length > file.sizeBytes) throw new FileTooLarge(file.sizeBytes - offset);
      await this.keep(fileId, at, piece);
      at += piece.length;
    }
    if (at === file.sizeBytes) await this.finish(fileId);
    return this.progress(await this.get(fileId));
  }

  /** Puts the pieces together and judges them; again and again with the same outcome. */
  async finish(fileId: string): Promise<void> {
    const file = await this.get(fileId);
    const parts = file.parts ?? [];
    if (file.state !== 'requested' || receivedOf(file) !== file.sizeBytes) return;
    await this.files.receive(fileId, Readable.from(this.bytesOf(parts)), file.sizeBytes).catch(async (error: unknown) => {
      // Another process that put them together has removed the pieces meanwhile.
      if ((await this.get(fileId)).state === 'requested') throw error;
    });
    for (const { key } of parts) await this.store.remove(key);
  }

  private async *bytesOf(parts: readonly FilePart[]): AsyncGenerator<Buffer> {
    for (const { key } of parts) {
      for await (const chunk of this.store.get(key)) yield chunk as Buffer;
    }
  }

  private async keep(fileId: string, at: number, piece: Buffer): Promise<void> {
    const part: FilePart = { key: newId('obj'), sizeBytes: piece.length };
    await this.store.put(part.key, Readable.from([piece]));
    const here = { _id: fileId, state: 'requested' as const, receivedBytes: at === 0 ? { $in: [0, null] as never } : at };
    const grown = { $set: { receivedBytes: at + piece.length }, $push: { parts: part } as never };
    const kept = await this.rows().updateOne({ ...here, [`parts.${MOST_PIECES}`]: { $exists: false } }, grown);
    if (kept.matchedCount === 1) return;
    await this.store.remove(part.key);
    const now = await this.get(fileId);
    if ((now.parts ?? []).length >= MOST_PIECES) throw new TooManyPieces();
    throw new OffsetMismatch(receivedOf(now));
  }

  private progress({ state, sizeBytes, requestedAt, ...file }: StoredFile): UploadProgress {
    const offset = state === 'requested' ? receivedOf(file) : sizeBytes;
    return { offset, sizeBytes, state, requestedAt };
  }

  private async get(fileId: string): Promise<StoredFile> {
    const file = await this.files.find(fileId);
    if (!file) throw new DomainError('NOT_FOUND', { noun: 'file', id: fileId });
    return file;
  }

  private rows() {
    return this.database.collection<FileRow>('files');
  }
}

const receivedOf = ({ receivedBytes }: Pick<StoredFile, 'receivedBytes'>): number => receivedBytes ?? 0;

/** Cuts a body into pieces. The body is never destroyed: the answer that says why it is refused still has to go back on its line. */
class PieceReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);
  private ended = false;

  constructor(bytes: Readable) {
    this.chunks = bytes.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** The next piece; empty at the end. A body that breaks off ends there. */
  async next(): Promise<Buffer> {
    const gathered: Buffer[] = [this.rest];
    let size = this.rest.length;
    while (size < PIECE_BYTES && !this.ended) {
      const chunk = await this.chunks.next().catch(() => ({ done: true as const, value: undefined }));
      if (chunk.done) this.ended = true;
      else {
        gathered.push(chunk.value);
        size += chunk.value.length;
      }
    }
    const all = Buffer.concat(gathered);
    this.rest = all.subarray(PIECE_BYTES);
    return all.subarray(0, PIECE_BYTES);
  }
}
