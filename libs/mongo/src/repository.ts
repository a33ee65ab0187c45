import { canonicalHash, DomainError, invariant } from '@weilend/kernel';
import mongoose from 'mongoose';
import type { Model } from 'mongoose';
import type { CollectionDefinition } from './collection.js';
import type { Database, Stored } from './database.js';
import type { Tx } from './tx.js';
import { VersionConflict } from './version-conflict.js';

/** What a repository keeps: a plain object with an id and the version it was read at (0 before the first save). */
export interface Entity {
  readonly id: string;
  readonly version: number;
}

type Plain = Record<string, unknown>;

/** A question without a limit that has more answers is a mistake: it would decide on a part of the facts. */
const MOST_ROWS = 1_000;

/** Named questions over one collection; maps documents to plain entities; every write needs the transaction. */
export abstract class Repository<T extends Entity> {
  protected readonly model: Model<Stored>;

  protected constructor(
    database: Database,
    protected readonly definition: CollectionDefinition,
    private readonly noun: string,
  ) {
    this.model = database.model(definition);
  }

  /** Throws DomainError NOT_FOUND. */
  async get(id: string, tx: Tx): Promise<T> {
    const entity = await this.find(id, tx);
    if (!entity) throw new DomainError('NOT_FOUND', { noun: this.noun, id });
    return entity;
  }

  async find(id: string, tx: Tx): Promise<T | null> {
    return this.findOne({ _id: id }, tx);
  }

  /** Inserts at version 1. A duplicate key surfaces as the driver's error 11000 and aborts the transaction. */
  async insert(entity: T, tx: Tx): Promise<T> {
    const document = await this.document({ ...entity, version: 1 });
    await this.model.collection.insertOne(document as never, { session: tx.session });
    tx.wrote(this.definition.name, entity.id, canonicalHash(document));
    return { ...entity, version: 1 };
  }

  /** Inserts many at version 1 in one command, each with its own line in the audit row; otherwise as `insert`. */
  async insertMany(entities: readonly T[], tx: Tx): Promise<void> {
    if (entities.length === 0) return;
    const documents: Plain[] = [];
    for (const entity of entities) documents.push(await this.document({ ...entity, version: 1 }));
    await this.model.collection.insertMany(documents as never, { session: tx.session });
    for (const document of documents) tx.wrote(this.definition.name, String(document['_id']), canonicalHash(document));
  }

  /** Replaces the document read at `entity.version`; throws VersionConflict when it has moved on. */
  async save(entity: T, tx: Tx): Promise<T> {
    const next = { ...entity, version: entity.version + 1 };
    const document = await this.document(next);
    const outcome = await this.model.collection.replaceOne({ _id: entity.id, version: entity.version } as never, document as never, {
      session: tx.session,
    });
    if (outcome.matchedCount === 0) throw new VersionConflict(this.definition.name, entity.id);
    tx.wrote(this.definition.name, entity.id, canonicalHash(document));
    return next;
  }

  /** Writes the document so that a concurrent transaction that reads it for a decision conflicts (write skew). */
  async lock(id: string, tx: Tx): Promise<void> {
    const outcome = await this.model.collection.updateOne({ _id: id } as never, { $inc: { version: 1 } } as never, { session: tx.session });
    if (outcome.matchedCount === 0) throw new DomainError('NOT_FOUND', { noun: this.noun, id });
  }

  protected async findOne(filter: Plain, tx: Tx): Promise<T | null> {
    const row = await this.model.collection.findOne(filter as never, { session: tx.session });
    return row ? this.read(row as unknown as Stored, tx) : null;
  }

  protected async findMany(filter: Plain, tx: Tx, options: { sort?: Record<string, 1 | -1>; limit?: number } = {}): Promise<T[]> {
    const { sort, limit = MOST_ROWS + 1 } = options;
    const rows = await this.model.collection.find(filter as never, { session: tx.session, sort, limit }).toArray();
    invariant(
      options.limit !== undefined || rows.length <= MOST_ROWS,
      `${this.definition.name}: a question with more than ${MOST_ROWS} answers needs a limit`,
    );
    return rows.map((row) => this.read(row as unknown as Stored, tx));
  }

  /** Entity to document; override to encrypt fields. */
  protected toDocument(entity: T): Plain {
    const { id, ...rest } = entity;
    return { _id: id, ...rest };
  }

  /** Document to entity; override to decrypt fields. */
  protected toEntity(document: Stored): T {
    const { _id, ...rest } = document;
    return { id: _id, ...rest } as unknown as T;
  }

  private read(row: Stored, tx: Tx): T {
    tx.remember(this.definition.name, row._id, canonicalHash(row));
    return this.toEntity(row);
  }

  /** Checked and cast by the schema: an unknown member, a wrong type or a fraction of a fen throws. */
  private async document(entity: T): Promise<Plain> {
    const document = new this.model(this.toDocument(entity));
    await document.validate().catch((error: unknown) => {
      throw misshapen(this.definition.name, error);
    });
    return document.toObject({ virtuals: false, getters: false, flattenMaps: true }) as unknown as Plain;
  }
}

/** Says which fields are wrong and of what kind they had to be, never what stood there: the library's own message repeats it, and messages go to logs. */
function misshapen(collection: string, error: unknown): unknown {
  if (!(error instanceof mongoose.Error.ValidationError)) return error;
  const wrong = Object.entries(error.errors).map(([path, { kind }]) => `${path} (${kind})`);
  return new TypeError(`${collection}: a document does not fit its schema: ${wrong.join(', ')}`);
}
