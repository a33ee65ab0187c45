import type { Readable } from 'node:stream';

/** Where the bytes are. Knows nothing of files, rights or states; another store (S3, OSS) implements the same five. */
export abstract class ObjectStore {
  /** Stores all bytes under a new key; rejects with the source's error and leaves nothing behind. */
  abstract put(key: string, bytes: Readable): Promise<void>;
  /** The bytes of a key; the stream errors when there is none. */
  abstract get(key: string): Readable;
  /** The bytes of a key from `start` up to, not including, `end`; rejects when there is none. */
  abstract read(key: string, start: number, end: number): Promise<Uint8Array>;
  /** Removes a key; nothing happens when there is none. */
  abstract remove(key: string): Promise<void>;
  /** Keys stored more than `ageMs` ago by the store's own time, oldest first. */
  abstract olderThan(ageMs: number, limit: number): Promise<string[]>;
}
