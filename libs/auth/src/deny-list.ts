import type { Database, Tx } from '@weilend/mongo';

interface DeniedRow {
  readonly _id: string;
  readonly since: Date;
  /** Of a sign-in: when its last token has run out. What is denied to a person is denied for good. */
  readonly goesAt?: Date;
}

const FRESH_MS = 1_000;
/** An access token lives 15 minutes; the rest is for clocks that differ. */
const TOKENS_OUT_MS = 20 * 60_000;

/** Employees whose earlier tokens are refused, and sign-ins that were ended; every service keeps it by event and reads it at most once a second. */
export class DenyList {
  private cached = new Map<string, number>();
  private readAt = 0;
  private reading: Promise<void> | null = null;

  constructor(private readonly database: Database) {}

  /** True when a token issued at `issuedAtS` (seconds) is refused for this person. */
  async refuses(employeeId: string, issuedAtS: number): Promise<boolean> {
    await this.look();
    const since = this.cached.get(employeeId);
    return since !== undefined && issuedAtS * 1_000 <= since;
  }

  /** True when the sign-in that a token was issued to has been ended. */
  async refusesSignIn(signInId: string): Promise<boolean> {
    await this.look();
    return this.cached.has(signInId);
  }

  /** No token of these sign-ins is good any more; each is forgotten when the last of its tokens has run out. */
  async addSignIns(signInIds: readonly string[], since: Date, tx: Tx): Promise<void> {
    const goesAt = new Date(since.getTime() + TOKENS_OUT_MS);
    const steps = signInIds.map((id) => ({ updateOne: { filter: { _id: id }, update: { $set: { since, goesAt } }, upsert: true } }));
    if (steps.length > 0) await this.rows().bulkWrite(steps, { session: tx.session });
    tx.afterCommit(() => {
      this.readAt = 0;
    });
  }

  private async look(): Promise<void> {
    if (Date.now() - this.readAt >= FRESH_MS) await (this.reading ??= this.fresh());
  }

  async add(employeeId: string, since: Date, tx: Tx): Promise<void> {
    await this.rows().updateOne({ _id: employeeId }, { $max: { since } }, { upsert: true, session: tx.session });
    tx.afterCommit(() => {
      this.readAt = 0;
    });
  }

  /** One reading at a time. A failed one is forgotten too: kept, it would refuse everybody until the process is started again. */
  private fresh(): Promise<void> {
    return this.read().finally(() => {
      this.reading = null;
    });
  }

  private async read(): Promise<void> {
    const rows = await this.rows().find().toArray();
    this.cached = new Map(rows.map((row) => [row._id, row.since.getTime()]));
    this.readAt = Date.now();
  }

  private rows() {
    return this.database.collection<DeniedRow>('denied_employees');
  }
}
