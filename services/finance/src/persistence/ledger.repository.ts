import { Injectable } from '@nestjs/common';
import { DomainError, fen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import mongoose from 'mongoose';
import type { JournalEntry } from '../domain/ledger/journal.js';
import type { AccountBalance } from '../domain/ledger/period.js';
import { JOURNAL, ledgerDatabaseOf } from './ledger.schema.js';
import { PeriodClosings } from './period-closing.repository.js';
import type { PeriodClosingRow } from './period-closing.repository.js';

const { Long } = mongoose.mongo.BSON;

type JournalRow = Omit<JournalEntry, 'id'> & { readonly _id: string; readonly postedAt: Date };

/** Behind every business date. */
const LAST_DAY = '9999-12-31' as LocalDate;

/** What the entries of one chain come to. */
export interface StreamSum {
  readonly entries: number;
  readonly accounts: Readonly<Record<string, Fen>>;
}

/** Append-only: entries are inserted and read, nothing else; the database's user can do no more. */
@Injectable()
export class Ledger {
  private readonly closings: PeriodClosings;

  constructor(private readonly database: Database) {
    this.closings = new PeriodClosings(database);
  }

  /** Throws DomainError PERIOD_CLOSED when the entry is dated into a month that is closed. A second entry of the same `idemKey`, or of the same place in a chain, fails on a unique index; an unbalanced one on the validator. */
  async append(entry: JournalEntry, postedAt: Date, tx: Tx): Promise<void> {
    await this.appendMany([entry], postedAt, tx);
    tx.wrote('journal_entries', entry.id, entry.hash);
  }

  /** Many entries in one command; the caller writes down what they are for. */
  async appendMany(entries: readonly JournalEntry[], postedAt: Date, tx: Tx): Promise<void> {
    if (entries.length === 0) return;
    await this.checkOpen(entries, tx);
    await this.rows().insertMany(
      entries.map((entry) => stored(entry, postedAt)),
      { session: tx.session },
    );
  }

  /** The chain of one loan, in order. */
  async entriesOf(stream: string): Promise<JournalEntry[]> {
    const rows = await this.rows().find({ stream }).sort({ no: 1 }).toArray();
    return rows.map(({ _id, postedAt: _postedAt, ...rest }) => ({ id: _id, ...rest }));
  }

  /** Per chain what its entries come to, account by account, debit positive. */
  async sumsOf(streams: readonly string[], tx: Tx): Promise<ReadonlyMap<string, StreamSum>> {
    const of = { $match: { stream: { $in: [...streams] } } };
    const sumFen = { $sum: { $subtract: ['$lines.debitFen', '$lines.creditFen'] } };
    const moved = [of, { $unwind: '$lines' }, { $group: { _id: { stream: '$stream', account: '$lines.account' }, movedFen: sumFen } }];
    const { session } = tx;
    const counts = await this.rows()
      .aggregate<{ _id: string; entries: number }>([of, { $group: { _id: '$stream', entries: { $sum: 1 } } }], { session })
      .toArray();
    const sums = await this.rows().aggregate<{ _id: { stream: string; account: string }; movedFen: Fen }>(moved, { session }).toArray();
    const found = new Map(counts.map(({ _id, entries }) => [_id, { entries, accounts: {} as Record<string, Fen> }]));
    for (const { _id, movedFen } of sums) Object.assign(found.get(_id.stream)?.accounts ?? {}, { [_id.account]: movedFen });
    return found;
  }

  /** Which chains the entries after one of them belong to, in the order of ids. */
  async chainsAfter(entryId: string, limit: number, tx: Tx): Promise<readonly { readonly id: string; readonly stream: string }[]> {
    const options = { session: tx.session, projection: { stream: 1 }, sort: { _id: 1 }, limit } as const;
    const rows = await this.rows()
      .find({ _id: { $gt: entryId } }, options)
      .toArray();
    return rows.map(({ _id, stream }) => ({ id: _id, stream }));
  }

  /** Debits and credits per account of all entries up to and with a business date; what is in a closed month is not added up again. */
  async trialBalance(upTo: LocalDate): Promise<readonly AccountBalance[]> {
    const closed = await this.closings.closedThrough(upTo);
    return closed ? added(closed.accounts, await this.turnover(upTo, closed.through)) : this.turnover(upTo);
  }

  /** Debits and credits per account of the entries behind one business date, through another one. */
  async turnover(through: LocalDate, behind?: LocalDate): Promise<readonly AccountBalance[]> {
    const sums = [
      { $match: { businessDate: { $lte: through, ...(behind === undefined ? {} : { $gt: behind }) } } },
      { $unwind: '$lines' },
      { $group: { _id: '$lines.account', debitFen: { $sum: '$lines.debitFen' }, creditFen: { $sum: '$lines.creditFen' } } },
      { $sort: { _id: 1 } },
    ];
    const rows = await this.rows().aggregate<{ _id: string; debitFen: number; creditFen: number }>(sums).toArray();
    return rows.map(({ _id, debitFen, creditFen }) => ({ account: _id, debitFen, creditFen }));
  }

  newestClosed(): Promise<PeriodClosingRow | null> {
    return this.closings.closedThrough(LAST_DAY);
  }

  async firstBusinessDate(tx: Tx): Promise<LocalDate | null> {
    const row = await this.rows().findOne({}, { sort: { businessDate: 1 }, projection: { businessDate: 1 }, session: tx.session });
    return row?.businessDate ?? null;
  }

  /**
   * Read in the transaction that books. One that had begun before the closing of the month may still commit after it: the balances of the month are taken
   * only when no such transaction can live any more.
   */
  private async checkOpen(entries: readonly JournalEntry[], tx: Tx): Promise<void> {
    const newest = await this.closings.newest(tx);
    const closed = newest && entries.find((entry) => entry.businessDate <= newest.through);
    if (closed) throw new DomainError('PERIOD_CLOSED', { date: closed.businessDate, month: newest.month });
  }

  private rows() {
    const { connection } = this.database;
    return connection.getClient().db(ledgerDatabaseOf(connection.name)).collection<JournalRow>(JOURNAL);
  }
}

function stored({ id, lines, ...rest }: JournalEntry, postedAt: Date): JournalRow {
  const longs = lines.map((line) => ({ ...line, debitFen: Long.fromNumber(line.debitFen), creditFen: Long.fromNumber(line.creditFen) }));
  return { _id: id, ...rest, lines: longs, postedAt } as unknown as JournalRow;
}

function added(left: readonly AccountBalance[], right: readonly AccountBalance[]): readonly AccountBalance[] {
  const sums = new Map(left.map((one) => [one.account, one]));
  for (const { account, debitFen, creditFen } of right) {
    const sum = sums.get(account) ?? { debitFen: 0, creditFen: 0 };
    sums.set(account, { account, debitFen: fen(sum.debitFen + debitFen), creditFen: fen(sum.creditFen + creditFen) });
  }
  return [...sums.values()].sort((a, b) => (a.account < b.account ? -1 : 1));
}
