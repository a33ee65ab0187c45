import { Injectable } from '@nestjs/common';
import { canonicalHash } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import mongoose from 'mongoose';
import type { AccountBalance, Period, PeriodState } from '../domain/ledger/period.js';
import { CLOSINGS, ledgerDatabaseOf } from './ledger.schema.js';

const { Long } = mongoose.mongo.BSON;

/** A step of closing a month; neither can be changed or taken back. */
export interface PeriodClosingRow extends Period {
  /** `2026-10:1` when the closing began, `2026-10:2` when it is done. */
  readonly _id: string;
  readonly state: PeriodState;
  /** Of everything through its last day; none while it is being closed. */
  readonly accounts: readonly AccountBalance[];
  /** Hash of the closing before. */
  readonly prevHash: string | null;
  readonly hash: string;
  readonly by: string;
  /** Business time. */
  readonly at: Date;
  /** Time of the database when the closing began. */
  readonly begunAt: Date;
}

export type ClosingDraft = Omit<PeriodClosingRow, '_id' | 'hash'>;

/** Beside the entries, where the service's user may only find and insert: a closed month stays closed. */
@Injectable()
export class PeriodClosings {
  constructor(private readonly database: Database) {}

  /** The newest month that is closed or being closed. */
  newest(tx?: Tx): Promise<PeriodClosingRow | null> {
    return this.rows().findOne({}, { sort: { _id: -1 }, session: tx?.session });
  }

  /** The newest month that is closed through a day or an earlier one. */
  closedThrough(day: LocalDate, tx?: Tx): Promise<PeriodClosingRow | null> {
    return this.rows().findOne({ state: 'CLOSED', through: { $lte: day } }, { sort: { _id: -1 }, session: tx?.session });
  }

  /** Newest first, a month with its last step. */
  async list(first: number): Promise<PeriodClosingRow[]> {
    const rows = await this.rows()
      .find()
      .sort({ _id: -1 })
      .limit(first * 2)
      .toArray();
    return rows.filter((row, place) => rows[place - 1]?.month !== row.month).slice(0, first);
  }

  /** The same step twice fails on its id. */
  async append(draft: ClosingDraft, tx: Tx): Promise<void> {
    const _id = `${draft.month}:${draft.state === 'CLOSING' ? 1 : 2}`;
    const hash = canonicalHash({ _id, ...draft });
    const accounts = draft.accounts.map(({ account, debitFen, creditFen }) => ({
      account,
      debitFen: Long.fromNumber(debitFen),
      creditFen: Long.fromNumber(creditFen),
    }));
    await this.rows().insertOne({ _id, ...draft, accounts, hash } as never, { session: tx.session });
    tx.wrote(CLOSINGS, _id, hash);
  }

  private rows() {
    const { connection } = this.database;
    return connection.getClient().db(ledgerDatabaseOf(connection.name)).collection<PeriodClosingRow>(CLOSINGS);
  }
}
