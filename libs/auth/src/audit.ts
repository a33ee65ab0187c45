import { newId } from '@weilend/kernel';
import type { BusinessClock } from '@weilend/kernel';
import { AuditTrail } from '@weilend/mongo';
import type { AuditEntry, Database, Touched, Tx } from '@weilend/mongo';

/** One accepted act or one refusal by a rule [1.4, 7.12]. */
export interface AuditRow extends AuditEntry {
  readonly _id: string;
  readonly outcome: 'accepted' | 'refused';
  readonly code: string | null;
  readonly rule: string | null;
  readonly touched: readonly Touched[];
  /** Business time. */
  readonly at: Date;
  /** Wall time. */
  readonly recordedAt: Date;
}

/** Audit rows of one service in its own database. */
export class MongoAuditTrail extends AuditTrail {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {
    super();
  }

  async accepted(entry: AuditEntry, touched: readonly Touched[], tx: Tx): Promise<void> {
    await this.rows().insertOne(this.row(entry, { outcome: 'accepted', code: null, rule: null, touched }), { session: tx.session });
  }

  async refused(entry: AuditEntry, refusal: { code: string; rule: string | null }): Promise<void> {
    await this.rows().insertOne(this.row(entry, { outcome: 'refused', ...refusal, touched: [] }));
  }

  private row(entry: AuditEntry, what: Pick<AuditRow, 'outcome' | 'code' | 'rule' | 'touched'>): AuditRow {
    return { _id: newId('aud'), ...entry, ...what, at: this.clock.now(), recordedAt: new Date() };
  }

  private rows() {
    return this.database.collection<AuditRow>('audit_rows');
  }
}
