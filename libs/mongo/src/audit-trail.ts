import type { Touched, Tx } from './tx.js';

/** What is written down of every accepted act and of every refusal by a rule [1.4]. */
export interface AuditEntry {
  readonly actor: string;
  readonly operation: string;
  readonly requestKey: string | null;
  readonly causationId: string | null;
}

/** Where audit rows go; an accepted act's row is in its transaction, a refusal's row is written after the abort. */
export abstract class AuditTrail {
  abstract accepted(entry: AuditEntry, touched: readonly Touched[], tx: Tx): Promise<void>;
  abstract refused(entry: AuditEntry, refusal: { code: string; rule: string | null }): Promise<void>;
}
