import { Injectable } from '@nestjs/common';
import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { CollectionCase } from '../domain/collection/collection-case.js';
import { collectionCaseCollection } from './collection.schema.js';

@Injectable()
export class CollectionCases extends Repository<CollectionCase> {
  constructor(private readonly database: Database) {
    super(database, collectionCaseCollection, 'collection case');
  }

  openOf(loanId: string, tx: Tx): Promise<CollectionCase | null> {
    return this.findOne({ loanId, state: 'OPEN' }, tx);
  }

  /** Loans whose case may have reached a step that was not asked for; whether it has, the loan says. */
  async reaching(steps: readonly number[], today: LocalDate): Promise<string[]> {
    const reached = steps.map((days, place) => ({ overdueSince: { $lte: addDays(today, -days) }, arrearsStep: { $not: { $gt: place } } }));
    if (reached.length === 0) return [];
    const { collection } = this.database.model(collectionCaseCollection);
    // The partial index holds the open cases only, however many were closed.
    const rows = collection.find({ state: 'OPEN', $or: reached } as never, { projection: { loanId: 1 }, hint: 'nextAction' });
    return (await rows.toArray()).map((row) => String((row as { loanId?: unknown }).loanId));
  }

  /** Late loans that have no open case, as far as the loans' own key says. */
  async lateLoansWithout(today: LocalDate): Promise<string[]> {
    const cases = { from: collectionCaseCollection.name, localField: '_id', foreignField: 'loanId', as: 'cases' };
    const rows = this.database
      .collection<Stored>('loans')
      .aggregate<Stored>([
        { $match: { oldestOwedOn: { $lt: today, $gt: '' } } },
        { $project: { _id: 1 } },
        { $lookup: cases },
        { $match: { 'cases.state': { $ne: 'OPEN' } } },
        { $project: { _id: 1 } },
      ]);
    return (await rows.toArray()).map(({ _id }) => _id);
  }

  /** Loans with an open case that are not late any more. */
  async currentLoansWith(today: LocalDate): Promise<string[]> {
    const loan = { from: 'loans', localField: 'loanId', foreignField: '_id', as: 'loan' };
    const rows = this.database
      .collection<Stored>(collectionCaseCollection.name)
      .aggregate<{ loanId: string }>([
        { $match: { state: 'OPEN' } },
        { $project: { loanId: 1 } },
        { $lookup: loan },
        { $match: { $nor: [{ 'loan.oldestOwedOn': { $lt: today, $gt: '' } }] } },
        { $project: { loanId: 1 } },
      ]);
    return (await rows.toArray()).map(({ loanId }) => loanId);
  }

  protected override toEntity(document: Stored): CollectionCase {
    return { ...super.toEntity(document), arrearsStep: Number(document['arrearsStep'] ?? 0) };
  }
}
