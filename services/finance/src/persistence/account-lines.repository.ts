import { Injectable } from '@nestjs/common';
import type { Fen, LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { JournalEntry } from '../domain/ledger/journal.js';
import { JOURNAL, ledgerDatabaseOf } from './ledger.schema.js';

/** Where a line stands in the statement of its account: by business date, then in the order of the entries. */
export interface LinePlace {
  readonly businessDate: LocalDate;
  readonly entryId: string;
}

/** What one entry moved on one account. */
export interface AccountLine extends LinePlace {
  readonly kind: JournalEntry['kind'];
  /** The loan that the entry belongs to. */
  readonly stream: string;
  readonly debitFen: Fen;
  readonly creditFen: Fen;
  readonly postedAt: Date;
}

interface Range {
  readonly account: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const COUNT_CAP = 10_000;
/** The entries of the range are read by their business date: an index by account would cost every booking more than it saves a statement. */
const BY_DATE = { hint: 'businessDate', allowDiskUse: true } as const;

/** Entries of one account over some days, for reading. */
@Injectable()
export class AccountLines {
  constructor(private readonly database: Database) {}

  /** In order, those behind a place. */
  of(range: Range, after: LinePlace | null, limit: number): Promise<AccountLine[]> {
    const stages = [
      { $match: { $and: [within(range), ...(after ? [behind(after)] : [])] } },
      { $sort: { businessDate: 1, _id: 1 } },
      { $limit: limit },
      { $set: { mine: linesOf(range.account) } },
      { $project: { _id: 0, entryId: '$_id', businessDate: 1, kind: 1, stream: 1, postedAt: 1, ...sums } },
    ];
    return this.rows().aggregate<AccountLine>(stages, BY_DATE).toArray();
  }

  /** What the lines up to and with a place come to, debit positive. */
  async sumThrough(range: Range, place: LinePlace): Promise<Fen> {
    const stages = [
      { $match: { $and: [within(range), { $nor: [behind(place)] }] } },
      { $unwind: '$lines' },
      { $match: { 'lines.account': range.account } },
      { $group: { _id: null, movedFen: { $sum: { $subtract: ['$lines.debitFen', '$lines.creditFen'] } } } },
    ];
    const [sum] = await this.rows().aggregate<{ movedFen: Fen }>(stages, BY_DATE).toArray();
    return sum?.movedFen ?? 0;
  }

  /** Null above 10,000. */
  async count(range: Range): Promise<number | null> {
    const counted = await this.rows().countDocuments(within(range) as never, { limit: COUNT_CAP + 1, hint: 'businessDate' });
    return counted > COUNT_CAP ? null : counted;
  }

  private rows() {
    const { connection } = this.database;
    return connection.getClient().db(ledgerDatabaseOf(connection.name)).collection(JOURNAL);
  }
}

const within = ({ account, from, to }: Range) => ({ businessDate: { $gte: from, $lte: to }, 'lines.account': account });

const behind = ({ businessDate, entryId }: LinePlace) => ({
  $or: [{ businessDate: { $gt: businessDate } }, { businessDate, _id: { $gt: entryId } }],
});

const linesOf = (account: string) => ({
  $filter: { input: '$lines', as: 'line', cond: { $eq: ['$$line.account', { $literal: account }] } },
});
const sums = { debitFen: { $sum: '$mine.debitFen' }, creditFen: { $sum: '$mine.creditFen' } };
