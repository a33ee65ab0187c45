import type { Actor } from '@weilend/kernel';
import type { ClientSession } from 'mongodb';

/** One document that a transaction wrote, as the audit row keeps it. */
export interface Touched {
  readonly collection: string;
  readonly id: string;
  readonly beforeHash: string | null;
  readonly afterHash: string;
}

/** The database transaction that a use case runs in. Never use it with Promise.all: a session is sequential. */
export class Tx {
  readonly touched: Touched[] = [];
  private readonly hashes = new Map<string, string>();
  private readonly committed: (() => void)[] = [];

  constructor(
    readonly session: ClientSession,
    readonly actor: Actor,
    /** Id of the message that set this off, when one did. */
    readonly causationId: string | null = null,
  ) {}

  /** Remembers what a document looked like when it was read. */
  remember(collection: string, id: string, hash: string): void {
    this.hashes.set(`${collection}/${id}`, hash);
  }

  wrote(collection: string, id: string, afterHash: string): void {
    const key = `${collection}/${id}`;
    this.touched.push({ collection, id, beforeHash: this.hashes.get(key) ?? null, afterHash });
    this.hashes.set(key, afterHash);
  }

  /** Runs after the commit, never when the transaction aborts; for speed only, the process may die before it. */
  afterCommit(action: () => void): void {
    this.committed.push(action);
  }

  runAfterCommit(): void {
    for (const action of this.committed) action();
  }
}
