import type { Database } from './database.js';
import type { Tx } from './tx.js';

interface LeaseRow {
  readonly _id: string;
  readonly holder: string;
  readonly fence: number;
  readonly until: Date;
}

/** A lease that somebody else has taken over: the holder must stop writing. */
export class LeaseLost extends Error {
  constructor(name: string) {
    super(`the lease ${name} was lost`);
    this.name = 'LeaseLost';
  }
}

/** A held lease: its fence number rises with every new holder. */
export interface Lease {
  readonly name: string;
  readonly fence: number;
}

/** Fenced leases on database time: one holder per name; a paused holder's writes fail on the fence. */
export class Leases {
  constructor(
    private readonly database: Database,
    private readonly holder: string,
  ) {}

  /** Takes or renews the lease for `ttlMs`; null when another holder has it. */
  async take(name: string, ttlMs: number): Promise<Lease | null> {
    const rows = this.rows();
    const renewed = await rows.findOneAndUpdate(
      { _id: name, $or: [{ holder: this.holder }, { $expr: { $lt: ['$until', '$$NOW'] } }] },
      [
        {
          $set: {
            fence: {
              $cond: [{ $and: [{ $eq: ['$holder', this.holder] }, { $gte: ['$until', '$$NOW'] }] }, '$fence', { $add: ['$fence', 1] }],
            },
            holder: this.holder,
            until: { $add: ['$$NOW', ttlMs] },
          },
        },
      ],
      { returnDocument: 'after' },
    );
    if (renewed) return { name, fence: renewed.fence };
    const first = await rows.updateOne({ _id: name }, { $setOnInsert: { holder: '', fence: 0, until: new Date(0) } }, { upsert: true });
    return first.upsertedCount > 0 ? this.take(name, ttlMs) : null;
  }

  /** Fails the transaction with LeaseLost unless the lease still carries this fence number. */
  async guard(lease: Lease, tx: Tx): Promise<void> {
    const outcome = await this.rows().updateOne(
      { _id: lease.name, fence: lease.fence, holder: this.holder },
      { $set: { usedAt: new Date() } },
      { session: tx.session },
    );
    if (outcome.matchedCount === 0) throw new LeaseLost(lease.name);
  }

  /** Gives the lease back at once; for a clean stop. */
  async release(lease: Lease): Promise<void> {
    await this.rows().updateOne({ _id: lease.name, fence: lease.fence, holder: this.holder }, { $set: { until: new Date(0) } });
  }

  private rows() {
    return this.database.collection<LeaseRow>('leases');
  }
}
