import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database } from '@weilend/mongo';
import mongoose from 'mongoose';
import { ObjectStore } from './object-store.js';

const BUCKET = 'objects';
const CHUNK_BYTES = 255 * 1_024;

interface ObjectRow {
  readonly _id: mongoose.mongo.BSON.ObjectId;
  readonly filename: string;
  readonly uploadDate: Date;
}

/** Objects in GridFS of the service's own database. */
export class GridFsStore extends ObjectStore {
  private readonly bucket: mongoose.mongo.GridFSBucket;

  constructor(private readonly database: Database) {
    super();
    const db = database.connection.getClient().db(database.connection.name);
    this.bucket = new mongoose.mongo.GridFSBucket(db, {
      bucketName: BUCKET,
      chunkSizeBytes: CHUNK_BYTES,
      writeConcern: { w: 'majority', journal: true },
    });
  }

  async put(key: string, bytes: Readable): Promise<void> {
    const target = this.bucket.openUploadStream(key);
    try {
      await pipeline(bytes, target);
    } catch (error) {
      await target.abort().catch(() => undefined);
      throw error;
    }
  }

  get(key: string): Readable {
    return this.bucket.openDownloadStreamByName(key);
  }

  async read(key: string, start: number, end: number): Promise<Uint8Array> {
    if (end <= start) return new Uint8Array();
    const chunks: Buffer[] = [];
    for await (const chunk of this.bucket.openDownloadStreamByName(key, { start, end })) chunks.push(chunk as Buffer);
    return new Uint8Array(Buffer.concat(chunks));
  }

  async remove(key: string): Promise<void> {
    for (const row of await this.rows().find({ filename: key }).toArray()) {
      await this.bucket.delete(row._id).catch((error: unknown) => {
        if (!(error instanceof mongoose.mongo.MongoRuntimeError)) throw error;
      });
    }
  }

  async olderThan(ageMs: number, limit: number): Promise<string[]> {
    const rows = await this.rows()
      .find({ $expr: { $lt: ['$uploadDate', { $subtract: ['$$NOW', ageMs] }] } })
      .sort({ uploadDate: 1 })
      .limit(limit)
      .toArray();
    return rows.map((row) => row.filename);
  }

  private rows() {
    return this.database.collection<ObjectRow>(`${BUCKET}.files`);
  }
}
