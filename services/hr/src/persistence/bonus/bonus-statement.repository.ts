import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { LocalDate } from '@weilend/kernel';
import type { DeferredBonus } from '../../domain/bonus/deferred.js';
import type { BonusStatement } from '../../domain/bonus/statement.js';
import { bonusStatementCollection, deferredBonusCollection } from './bonus.schema.js';

@Injectable()
export class BonusStatements extends Repository<BonusStatement> {
  constructor(database: Database) {
    super(database, bonusStatementCollection, 'bonus statement');
  }

  /** Of a few people, by the person's id. Served by `oneBonus`. */
  async ofPeople(employeeIds: readonly string[], quarter: string, tx: Tx): Promise<ReadonlyMap<string, BonusStatement>> {
    const found = await this.findMany({ employeeId: { $in: [...employeeIds] }, quarter }, tx);
    return new Map(found.map((statement) => [statement.employeeId, statement]));
  }

  ofHandoff(handoffId: string, tx: Tx): Promise<BonusStatement | null> {
    return this.findOne({ handoffId }, tx);
  }

  /** Of a few people, those whose bonus of a quarter is settled, or was at least begun and not rejected. */
  async settledAmong(employeeIds: readonly string[], quarter: string, tx: Tx): Promise<ReadonlySet<string>> {
    const filter = { employeeId: { $in: [...employeeIds] }, quarter, state: { $ne: 'REJECTED' } };
    const rows = await this.model.collection
      .find(filter as never, { session: tx.session, projection: { _id: 0, employeeId: 1 } })
      .toArray();
    return new Set(rows.map((row) => (row as unknown as { employeeId: string }).employeeId));
  }
}

@Injectable()
export class DeferredBonuses extends Repository<DeferredBonus> {
  constructor(database: Database) {
    super(database, deferredBonusCollection, 'deferred bonus');
  }

  ofStatement(statementId: string, tx: Tx): Promise<DeferredBonus | null> {
    return this.findOne({ statementId }, tx);
  }

  ofHandoff(handoffId: string, tx: Tx): Promise<DeferredBonus | null> {
    return this.findOne({ handoffId }, tx);
  }

  /** The earliest of what is due on a day, without those that were set aside. */
  async dueIds(on: LocalDate, without: readonly string[], limit: number): Promise<string[]> {
    const rows = await this.model.collection
      .find({ state: 'HELD', releaseOn: { $lte: on }, _id: { $nin: [...without] } } as never, { projection: { _id: 1 } })
      .sort({ releaseOn: 1, _id: 1 })
      .limit(limit)
      .toArray();
    return rows.map(({ _id }) => String(_id));
  }
}
