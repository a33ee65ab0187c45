import { Injectable } from '@nestjs/common';
import type { Fen, LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import mongoose from 'mongoose';
import type { JournalEntry } from '../domain/ledger/journal.js';
import { JOURNAL, ledgerDatabaseOf } from './ledger.schema.js';

const { Long } = mongoose.mongo.BSON;

type JournalRow = Omit<JournalEntry, 'id'> & { readonly _id: string; readonly postedAt: Date };

export interface AccountBalance {
  readonly account: string;
  readonly debitFen: Fen;
  readonly creditFen: Fen;
}

/** What the entries of one chain come to. */
export interface StreamSum {
  readonly entries: number;
  readonly accounts: Readonly<Record<string, Fen>>;
}

/** Append-only: entries are inserted and read, nothing else; the database's user can do no more. */
@Injectable()
export class Ledger {
  constructor(private readonly database: Database) {}

  /** A second entry of the same `idemKey`, or of the same place in a chain, fails on a unique index; an unbalanced one on the validator. */
  async append(entry: JournalEntry, postedAt: Date, tx: Tx): Promise<void> {
    await this.appendMany([entry], postedAt, tx);
    tx.wrote('journal_entries', entry.id, entry.hash);
  }

  /** Many entries in one command; the caller writes down what they are for. */
  async appendMany(entries: readonly JournalEntry[], postedAt: Date, tx: Tx): Promise<void> {
    if (entries.length === 0) return;
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
    const movedFen = { $sum: { $subtract: ['$lines.debitFen', '$lines.creditFen'] } };
    const moved = [of, { $unwind: '$lines' }, { $group: { _id: { stream: '$stream', account: '$lines.account' }, movedFen } }];
    const { session } = tx;
    const counts = await this.rows()
      .aggregate<{ _id: string; entries: number }>([of, { $group: { _id: '$stream', entries: { $sum: 1 } } }], { session })
      .toArray();
    const sums = await this.rows().aggregate<{ _id: { stream: string; account: string }; movedFen: Fen }>(moved, { session }).toArray();
    const found = new Map(counts.map(({ _id, entries }) => [_id, { entries, accounts: {} as Record<string, Fen> }]));
    for (const { _id, movedFen: fen } of sums) Object.assign(found.get(_id.stream)?.accounts ?? {}, { [_id.account]: fen });
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

  /** Debits and credits per account of all entries up to and with a business date. */
  async trialBalance(upTo: LocalDate): Promise<AccountBalance[]> {
    const sums = [
      { $match: { businessDate: { $lte: upTo } } },
      { $unwind: '$lines' },
      { $group: { _id: '$lines.account', debitFen: { $sum: '$lines.debitFen' }, creditFen: { $sum: '$lines.creditFen' } } },
      { $sort: { _id: 1 } },
    ];
    const rows = await this.rows().aggregate<{ _id: string; debitFen: number; creditFen: number }>(sums).toArray();
    return rows.map(({ _id, debitFen, creditFen }) => ({ account: _id, debitFen, creditFen }));
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
