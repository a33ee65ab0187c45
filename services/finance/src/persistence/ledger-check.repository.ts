import { Injectable } from '@nestjs/common';
import { BusinessClock, canonicalHash, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Difference } from '../domain/ledger/check-books.js';
import type { CheckStage } from '../domain/ledger/check-scope.js';
import type { LedgerCheckRow } from './ledger-check.schema.js';

export interface LedgerFindingRow extends Difference {
  readonly _id: string;
  readonly version: number;
  readonly checkId: string;
  readonly no: number;
  readonly at: Date;
}

/** What a batch has looked at. */
export interface CheckProgress {
  readonly stage: CheckStage;
  readonly cursor: string;
  readonly loans: number;
  readonly borrowers: number;
  readonly finished: boolean;
}

@Injectable()
export class LedgerChecks {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  running(tx?: Tx): Promise<LedgerCheckRow | null> {
    return this.checks().findOne({ state: 'RUNNING' }, { session: tx?.session });
  }

  newest(tx?: Tx): Promise<LedgerCheckRow | null> {
    return this.checks().findOne({ state: 'DONE' }, { sort: { _id: -1 }, session: tx?.session });
  }

  newestFull(tx: Tx): Promise<LedgerCheckRow | null> {
    return this.checks().findOne({ scope: 'ALL', state: 'DONE' }, { sort: { _id: -1 }, session: tx.session });
  }

  /** Business day of the newest check of everything. */
  async lastFullOn(tx: Tx): Promise<LocalDate | null> {
    const row = await this.checks().findOne({ scope: 'ALL', state: 'DONE' }, { sort: { on: -1 }, session: tx.session });
    return row?.on ?? null;
  }

  async wasNightlyChecked(on: LocalDate): Promise<boolean> {
    return (await this.checks().findOne({ on, nightly: true })) !== null;
  }

  /** A second running check, or a second one of a night, fails on a unique index. */
  async open(row: LedgerCheckRow, tx: Tx): Promise<void> {
    await this.checks().insertOne(row, { session: tx.session });
    tx.wrote('ledger_checks', row._id, canonicalHash(row));
  }

  /** Writes down how far a check is and what it found new; answers with that. */
  async advance(check: LedgerCheckRow, to: CheckProgress, found: readonly Difference[], tx: Tx): Promise<readonly Difference[]> {
    const fresh = await this.unknown(check._id, found, tx);
    const at = this.clock.now();
    const rows = fresh.map((one, place) => ({
      ...one,
      _id: newId('lfd'),
      version: 1,
      checkId: check._id,
      no: check.differences + place + 1,
      at,
    }));
    if (rows.length > 0) await this.findings().insertMany(rows, { session: tx.session });
    const { stage, cursor, loans, borrowers, finished } = to;
    const end = finished ? { state: 'DONE' as const, finishedAt: at } : {};
    await this.checks().updateOne(
      { _id: check._id },
      { $set: { stage, cursor, ...end }, $inc: { version: 1, loans, borrowers, differences: rows.length } },
      { session: tx.session },
    );
    if (finished) tx.wrote('ledger_checks', check._id, canonicalHash({ ...to, differences: check.differences + rows.length }));
    return fresh;
  }

  /** Without those that the check has told already, by a borrower of several loans for example. */
  private async unknown(checkId: string, found: readonly Difference[], tx: Tx): Promise<readonly Difference[]> {
    if (found.length === 0) return [];
    const subjectIds = [...new Set(found.map((one) => one.subjectId))];
    const known = await this.findings()
      .find({ checkId, subjectId: { $in: subjectIds } }, { session: tx.session, projection: { subjectId: 1, account: 1 } })
      .toArray();
    const told = new Set(known.map(keyOf));
    return [...new Map(found.map((one) => [keyOf(one), one])).entries()].flatMap(([key, one]) => (told.has(key) ? [] : [one]));
  }

  private checks() {
    return this.database.collection<LedgerCheckRow>('ledger_checks');
  }

  private findings() {
    return this.database.collection<LedgerFindingRow>('ledger_findings');
  }
}

const keyOf = ({ subjectId, account }: Pick<Difference, 'subjectId' | 'account'>): string => `${subjectId} ${account}`;
