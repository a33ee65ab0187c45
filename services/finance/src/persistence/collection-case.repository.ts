import { Injectable } from '@nestjs/common';
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
}
