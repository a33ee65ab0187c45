import type { Database, Tx } from '@weilend/mongo';

interface DeniedRow {
  readonly _id: string;
  readonly since: Date;
}

const FRESH_MS = 1_000;

/** Employees whose earlier tokens are refused; every service keeps it by event and reads it at most once a second. */
export class DenyList {
  private cached = new Map<string, number>();
  private readAt = 0;
  private reading: Promise<void> | null = null;

  constructor(private readonly database: Database) {}

  /** True when a token issued at `issuedAtS` (seconds) is refused for this person. */
  async refuses(employeeId: string, issuedAtS: number): Promise<boolean> {
    if (Date.now() - this.readAt >= FRESH_MS) await (this.reading ??= this.fresh());
    const since = this.cached.get(employeeId);
    return since !== undefined && issuedAtS * 1_000 <= since;
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
