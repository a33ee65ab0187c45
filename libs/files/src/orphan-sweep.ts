import type { Database } from '@weilend/mongo';
import type { Files } from './files.js';
import type { ObjectStore } from './object-store.js';
import type { ResumableUploads } from './resumable-uploads.js';
import type { StoredFile } from './stored-file.js';

export interface SweepOptions {
  /** A file that no act attached within this time is an orphan. */
  readonly orphanAfterMs: number;
  readonly batch: number;
}

export interface SweepOutcome {
  /** Uploads of a process that died before their verdict. */
  readonly settled: number;
  readonly removedFiles: number;
  /** Bytes that no row names. */
  readonly removedObjects: number;
}

type FileRow = Omit<StoredFile, 'id'> & { readonly _id: string };

/**
 * Removes what nothing attached, on the database's time. The row goes first, and only while it is not attached, so an
 * attachment that commits meanwhile keeps its bytes; bytes left behind by a crash go in a later pass. Safe to run anywhere, any time.
 */
export class OrphanSweep {
  constructor(
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly files: Files,
    private readonly uploads: ResumableUploads,
    private readonly options: SweepOptions,
  ) {}

  async pass(): Promise<SweepOutcome> {
    const settled = await this.settleUploads();
    const removedFiles = await this.removeRows();
    return { settled, removedFiles, removedObjects: await this.removeObjects() };
  }

  private async settleUploads(): Promise<number> {
    const rows = await this.rows().find({ state: 'uploaded' }).limit(this.options.batch).toArray();
    for (const { _id, ...rest } of rows) await this.files.settle({ id: _id, ...rest });
    const complete = { state: 'requested' as const, sizeBytes: { $gt: 0 }, $expr: { $eq: ['$receivedBytes', '$sizeBytes'] } };
    const whole = await this.rows().find(complete).limit(this.options.batch).toArray();
    for (const { _id } of whole) await this.uploads.finish(_id);
    return rows.length + whole.length;
  }

  private async removeRows(): Promise<number> {
    const late = {
      state: { $in: ['requested', 'uploaded', 'verified', 'rejected'] as StoredFile['state'][] },
      $expr: { $lt: ['$requestedAt', { $subtract: ['$$NOW', this.options.orphanAfterMs] }] },
    };
    const rows = await this.rows().find(late).sort({ requestedAt: 1 }).limit(this.options.batch).toArray();
    let removed = 0;
    for (const row of rows) {
      const gone = await this.rows().deleteOne({ _id: row._id, state: row.state });
      if (gone.deletedCount === 0) continue;
      removed += 1;
      if (row.objectKey) await this.store.remove(row.objectKey);
      for (const { key } of row.parts ?? []) await this.store.remove(key);
    }
    return removed;
  }

  private async removeObjects(): Promise<number> {
    const keys = await this.store.olderThan(this.options.orphanAfterMs, this.options.batch);
    const named = await this.rows()
      .find({ $or: [{ objectKey: { $in: keys } }, { 'parts.key': { $in: keys } }] })
      .project<Pick<StoredFile, 'objectKey' | 'parts'>>({ objectKey: 1, parts: 1 })
      .toArray();
    const kept = new Set(named.flatMap((row) => [row.objectKey, ...(row.parts ?? []).map(({ key }) => key)]));
    const lost = keys.filter((key) => !kept.has(key));
    for (const key of lost) await this.store.remove(key);
    return lost.length;
  }

  private rows() {
    return this.database.collection<FileRow>('files');
  }
}
