import { Injectable } from '@nestjs/common';
import type { Fen, LocalDate } from '@weilend/kernel';
import { Database, Repository, VersionConflict } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import mongoose from 'mongoose';
import { oldestOwedOn } from '../domain/collection/overdue-amounts.js';
import type { Loan } from '../domain/loan/loan.js';
import { loanCollection } from './loan.schema.js';

const { Long } = mongoose.mongo.BSON;

/** A loan before and after a day end. */
export interface ClosedLoan {
  readonly before: Loan;
  readonly after: Loan;
}

/** The loans of one borrower together. */
export interface LoanSum {
  readonly outstandingFen: Fen;
  readonly loans: number;
}

@Injectable()
export class Loans extends Repository<Loan> {
  constructor(database: Database) {
    super(database, loanCollection, 'loan');
  }

  /** Loans by their own ids, or those of their contracts or applications. */
  ofReferences(ids: readonly string[], tx: Tx): Promise<Loan[]> {
    const named = { $in: [...ids] };
    return this.findMany({ $or: [{ _id: named }, { contractId: named }, { applicationId: named }] }, tx);
  }

  ofCustomers(customerIds: readonly string[], tx: Tx): Promise<Loan[]> {
    return this.findMany({ customerId: { $in: [...customerIds] } }, tx, { sort: { _id: 1 } });
  }

  /** Parts in which the end of a day can change a loan. */
  async partsDue(on: LocalDate): Promise<ReadonlySet<number>> {
    const parts = await this.model.collection.distinct('part', { nextChangeOn: { $lte: on }, part: { $gte: 0 } } as never);
    return new Set(parts as number[]);
  }

  /** Every running loan is looked at by the end of this day, because the rules have changed; those that it has closed already are left alone. */
  async lookAtAll(on: LocalDate): Promise<void> {
    const waiting = { state: 'ACTIVE', agedOn: { $lt: on }, nextChangeOn: { $gt: on }, disbursedOn: { $lte: on } };
    await this.model.collection.updateMany(waiting as never, { $set: { nextChangeOn: on } } as never);
    await this.model.collection.updateMany({ ...waiting, nextChangeOn: null } as never, { $set: { nextChangeOn: on } } as never);
  }

  /** Loans of a part that the end of a day can change; those that were changed by it are not among them any more. */
  async dueForDayEnd(due: { part: number; on: LocalDate; limit: number }, tx: Tx): Promise<Loan[]> {
    const filter = { part: due.part, nextChangeOn: { $lte: due.on } };
    const rows = await this.model.collection.find(filter as never, { session: tx.session, limit: due.limit }).toArray();
    return rows.map((row) => this.toEntity(row as unknown as Stored));
  }

  /**
   * Writes what a day end changes and nothing else, all in one command; a loan whose credit was spent is written as a whole. Throws VersionConflict when one
   * of them has moved on.
   */
  async saveDayEnd(all: readonly ClosedLoan[], tx: Tx): Promise<void> {
    for (const { after } of all.filter(spentCredit)) await this.save(after, tx);
    const closed = all.filter((one) => !spentCredit(one));
    if (closed.length === 0) return;
    const steps = closed.map(({ before, after }) => ({
      updateOne: {
        filter: { _id: before.id, version: before.version },
        update: { $set: dayEndFields(before, after), $inc: { version: 1 } },
      },
    }));
    const outcome = await this.model.collection.bulkWrite(steps as never, { session: tx.session, ordered: false });
    if (outcome.matchedCount < closed.length) throw new VersionConflict('loans', `${closed.length - outcome.matchedCount} of a day end`);
  }

  /** Loans in the order of their ids, those after one of them; the whole book can be walked by it. */
  after(loanId: string, limit: number, tx: Tx): Promise<Loan[]> {
    return this.findMany({ _id: { $gt: loanId } }, tx, { sort: { _id: 1 }, limit });
  }

  byIds(loanIds: readonly string[], tx: Tx): Promise<Loan[]> {
    return this.findMany({ _id: { $in: [...loanIds] } }, tx, { limit: loanIds.length });
  }

  /** What the loans of each borrower come to; one that was written off is off the books and counts as a loan only, one whose payment was taken back not even that. */
  async sumsOf(customerIds: readonly string[], tx: Tx): Promise<ReadonlyMap<string, LoanSum>> {
    const sums = [
      { $match: { customerId: { $in: [...customerIds] }, state: { $ne: 'REVERSED' } } },
      {
        $group: {
          _id: '$customerId',
          outstandingFen: { $sum: { $cond: [{ $eq: ['$writeOff', null] }, '$outstandingFen', 0] } },
          loans: { $sum: 1 },
        },
      },
    ];
    const rows = await this.model.collection.aggregate<LoanSum & { _id: string }>(sums, { session: tx.session }).toArray();
    return new Map(rows.map(({ _id, ...sum }) => [_id, sum]));
  }

  /** With the key by which lists find late loans; a day end does not move it, because it pays nothing but by credit. */
  protected override toDocument(loan: Loan): Record<string, unknown> {
    return { ...super.toDocument(loan), oldestOwedOn: oldestOwedOn(loan) };
  }

  protected override toEntity(document: Stored): Loan {
    const { oldestOwedOn: _key, ...loan } = super.toEntity(document) as Loan & { oldestOwedOn?: LocalDate | null };
    return loan;
  }

  /** A loan that a day end could not close waits for the next one. */
  async putOff(loan: Loan, until: LocalDate, tx: Tx): Promise<void> {
    await this.model.collection.updateOne(
      { _id: loan.id, version: loan.version } as never,
      { $set: { nextChangeOn: until }, $inc: { version: 1 } } as never,
      { session: tx.session },
    );
  }
}

const spentCredit = ({ before, after }: ClosedLoan): boolean => after.creditFen !== before.creditFen;

/** What `closeDay` can change, as the schema stores it; a row by its place. */
function dayEndFields(before: Loan, after: Loan): Record<string, unknown> {
  const { agedOn, overdueSince, bucket, loanClass, nextChangeOn, chain, extensions } = after;
  const billed = after.rows.flatMap((row, place) => (row.billed && !before.rows[place]?.billed ? [[`rows.${place}.billed`, true]] : []));
  return {
    ...{ agedOn, overdueSince, bucket, loanClass, nextChangeOn, chain },
    overdueFenDays: Long.fromNumber(after.overdueFenDays),
    provisionFen: Long.fromNumber(after.provisionFen),
    ...(extensions === before.extensions ? {} : { extensions }),
    ...(Object.fromEntries(billed) as Record<string, unknown>),
  };
}
