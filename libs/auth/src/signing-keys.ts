import type { Database, Tx } from '@weilend/mongo';
import type { JSONWebKeySet, JWK } from 'jose';

interface KeyRow {
  readonly _id: string;
  readonly jwk: JWK;
}

const FRESH_MS = 30_000;
const REFRESH_AT_MOST_EVERY_MS = 1_000;

/** Public keys that verify access tokens, as hr published them by event; cached in memory and in the service's database. */
export class SigningKeys {
  private cached: JSONWebKeySet = { keys: [] };
  private readAt = 0;

  constructor(private readonly database: Database) {}

  async current(): Promise<JSONWebKeySet> {
    return Date.now() - this.readAt < FRESH_MS && this.cached.keys.length > 0 ? this.cached : this.refresh();
  }

  /** Reads the database, at most once a second. */
  async refresh(): Promise<JSONWebKeySet> {
    if (Date.now() - this.readAt < REFRESH_AT_MOST_EVERY_MS) return this.cached;
    const rows = await this.rows().find().toArray();
    this.cached = { keys: rows.map((row) => row.jwk) };
    this.readAt = Date.now();
    return this.cached;
  }

  /** Replaces the set: a key that hr no longer publishes verifies nothing. */
  async replace(keys: readonly JWK[], tx: Tx): Promise<void> {
    await this.rows().deleteMany({}, { session: tx.session });
    await this.rows().insertMany(
      keys.map((jwk) => ({ _id: String(jwk.kid), jwk })),
      { session: tx.session },
    );
    tx.afterCommit(() => {
      this.readAt = 0;
    });
  }

  private rows() {
    return this.database.collection<KeyRow>('signing_keys');
  }
}
