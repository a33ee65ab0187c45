import { actorRef, canonicalHash, DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import mongoose from 'mongoose';
import type { TransactionOptions } from 'mongodb';
import type { AuditEntry, AuditTrail } from './audit-trail.js';
import type { Database } from './database.js';
import { Turns } from './turns.js';
import { Tx } from './tx.js';
import { VersionConflict } from './version-conflict.js';

const TRANSACTION: TransactionOptions = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
  readPreference: 'primary',
  maxCommitTimeMS: 10_000,
};
const CONFLICT_TRIES = 8;
/** The driver waits up to half a second before each. */
const CALLBACK_TRIES = 100;
const DUPLICATE_KEY = 11_000;
const WRITE_CONFLICT = 112;

export interface WorkContext {
  readonly actor: Actor;
  readonly operation: string;
  /** What many such transactions write: those of this process take turns on it instead of failing against each other. */
  readonly inTurn?: string | null;
  readonly causationId?: string | null;
}

/** A request that may arrive twice: the key is scoped to the actor and the operation. */
export interface RequestContext<Input extends { requestKey?: string | null }> {
  readonly actor: Actor;
  readonly operation: string;
  /** As in WorkContext. */
  readonly inTurn?: string | null;
  readonly input: Input;
}

interface RequestKeyRow {
  readonly _id: string;
  readonly inputHash: string;
  readonly result: unknown;
  readonly at: Date;
}

/** Thrown inside a transaction when the request key row is already there or being written. */
class RequestKeyTaken extends Error {}

/**
 * Key row, effect, audit row and outbox rows in one transaction (w: majority, j, snapshot).
 * The body may run several times: it must touch nothing but the database through `tx`.
 */
export class UnitOfWork {
  private readonly turns = new Turns();

  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly ruleOf: (code: string) => string | null = () => null,
  ) {}

  /** Runs `body` in one transaction; retries transient errors and version conflicts. */
  async run<T>(context: WorkContext, body: (tx: Tx) => Promise<T>): Promise<T> {
    return this.audited({ ...this.entry(context, null) }, () => this.inTurn(context, () => this.attempt(context, null, body)));
  }

  /**
   * Like `run`, and the same request key with the same input gives the first answer again.
   * Throws DomainError REQUEST_KEY_REUSED (other input) or REQUEST_IN_PROGRESS (still running). Results must be plain JSON.
   */
  async once<T, Input extends { requestKey?: string | null }>(request: RequestContext<Input>, body: (tx: Tx) => Promise<T>): Promise<T> {
    const { requestKey } = request.input;
    if (!requestKey) return this.run(request, body);
    const key: RequestKeyRow = {
      _id: `${actorRef(request.actor)}|${request.operation}|${requestKey}`,
      inputHash: canonicalHash(request.input),
      result: null,
      at: new Date(),
    };
    return this.audited(this.entry(request, requestKey), () => this.inTurn(request, () => this.answer(request, key, body)));
  }

  private async answer<T>(context: WorkContext, key: RequestKeyRow, body: (tx: Tx) => Promise<T>): Promise<T> {
    const earlier = await this.earlierAnswer<T>(key);
    if (earlier) return earlier.result;
    try {
      return await this.attempt(context, key, body);
    } catch (error) {
      if (!(error instanceof RequestKeyTaken)) throw error;
      const answer = await this.earlierAnswer<T>(key);
      if (answer) return answer.result;
      throw new DomainError('REQUEST_IN_PROGRESS');
    }
  }

  private inTurn<T>({ inTurn }: Pick<WorkContext, 'inTurn'>, act: () => Promise<T>): Promise<T> {
    return inTurn ? this.turns.take(inTurn, act) : act();
  }

  private async earlierAnswer<T>(key: RequestKeyRow): Promise<{ result: T } | null> {
    const row = await this.keys().findOne({ _id: key._id });
    if (!row) return null;
    if (row.inputHash !== key.inputHash) throw new DomainError('REQUEST_KEY_REUSED');
    return { result: row.result as T };
  }

  private async attempt<T>(context: WorkContext, key: RequestKeyRow | null, body: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        return await this.transaction(context, key, body);
      } catch (error) {
        // The driver has tried again for two minutes: who asks may try again, and nothing was written.
        if (isTransient(error)) throw new DomainError('CHANGED_MEANWHILE');
        if (!(error instanceof VersionConflict)) throw error;
        if (tried === CONFLICT_TRIES) throw new DomainError('CHANGED_MEANWHILE');
      }
    }
  }

  private async transaction<T>(context: WorkContext, key: RequestKeyRow | null, body: (tx: Tx) => Promise<T>): Promise<T> {
    const session = this.database.connection.getClient().startSession();
    let calls = 0;
    try {
      const { result, tx } = await session.withTransaction(async () => {
        if (++calls > CALLBACK_TRIES) throw new DomainError('CHANGED_MEANWHILE');
        const current = new Tx(session, context.actor, context.causationId ?? null);
        if (key) await this.claim(key, current);
        const answer = await body(current);
        if (key) await this.keys().updateOne({ _id: key._id }, { $set: { result: answer ?? null } }, { session });
        if (current.touched.length > 0) await this.audit.accepted(this.entry(context, key?._id ?? null), current.touched, current);
        return { result: answer, tx: current };
      }, TRANSACTION);
      tx.runAfterCommit();
      return result;
    } finally {
      await session.endSession();
    }
  }

  private async claim(key: RequestKeyRow, tx: Tx): Promise<void> {
    try {
      await this.keys().insertOne(key, { session: tx.session });
    } catch (error) {
      const code = error instanceof mongoose.mongo.MongoServerError ? error.code : undefined;
      if (code === DUPLICATE_KEY || code === WRITE_CONFLICT) throw new RequestKeyTaken();
      throw error;
    }
  }

  private async audited<T>(entry: AuditEntry, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof DomainError) await this.audit.refused(entry, { code: error.code, rule: this.ruleOf(error.code) });
      throw error;
    }
  }

  private entry(context: WorkContext, requestKey: string | null): AuditEntry {
    return { actor: actorRef(context.actor), operation: context.operation, requestKey, causationId: context.causationId ?? null };
  }

  private keys() {
    return this.database.collection<RequestKeyRow>('request_keys');
  }
}

const isTransient = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoError && error.hasErrorLabel('TransientTransactionError');
