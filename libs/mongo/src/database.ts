import mongoose from 'mongoose';
import type { Connection, Model } from 'mongoose';
import type { Collection, Db, Document } from 'mongodb';
import type { CollectionDefinition } from './collection.js';

export interface Stored extends Document {
  readonly _id: string;
}

/** One service's database: a connection with majority concerns, and the models of its own collections. */
export class Database {
  /** The driver makes another one for every call, which costs as much as a small question. */
  private driver: Db | null = null;

  constructor(readonly connection: Connection) {}

  /** Connects; throws after `timeoutMs` (default 10 s) when no primary answers. */
  static async connect(uri: string, options: { name?: string; timeoutMs?: number } = {}): Promise<Database> {
    const connection = mongoose.createConnection(uri, {
      ...(options.name ? { dbName: options.name } : {}),
      autoIndex: false,
      autoCreate: false,
      serverSelectionTimeoutMS: options.timeoutMs ?? 10_000,
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'majority' },
      maxPoolSize: 30,
      ignoreUndefined: true,
    });
    await connection.asPromise();
    return new Database(connection);
  }

  /** The model of a collection; made once per connection. */
  model(definition: CollectionDefinition): Model<Stored> {
    return (
      (this.connection.models[definition.name] as Model<Stored> | undefined) ??
      this.connection.model<Stored>(definition.name, definition.schema, definition.name)
    );
  }

  /** The driver's collection, for platform rows that need no schema. */
  collection<T extends Document = Stored>(name: string): Collection<T> {
    return this.db().collection<T>(name) as unknown as Collection<T>;
  }

  /** Time of the database server: deadlines, leases and polls compare with it, never with a process's clock. */
  async now(): Promise<Date> {
    const answer = await this.db().command({ hello: 1 });
    return answer['localTime'] as Date;
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private db(): Db {
    this.driver ??= this.connection.getClient().db(this.connection.name) as unknown as Db;
    return this.driver;
  }
}
