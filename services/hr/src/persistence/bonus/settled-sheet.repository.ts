import { Injectable } from '@nestjs/common';
import { invariant } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { AppraisalFact } from '../../domain/appraisal/indicator.js';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import { appraisalFactCollection, appraisalSheetCollection } from '../appraisal/appraisal.schema.js';

/** More than fifty people sell in a quarter. */
const MOST_FACTS = 500_000;

export type ClosedSheet = Pick<AppraisalSheet, 'id' | 'employeeId'>;

/** The appraisal sheets as the bonus reads them: it never writes one. */
@Injectable()
export class SettledSheets extends Repository<AppraisalSheet> {
  constructor(database: Database) {
    super(database, appraisalSheetCollection, 'appraisal sheet');
  }

  ofPerson(employeeId: string, quarter: string, tx: Tx): Promise<AppraisalSheet | null> {
    return this.findOne({ employeeId, quarter }, tx);
  }

  /** Ids of the next closed sheets of a quarter and whose they are, in the order of the sheets. Served by `open`. */
  async closedAfter(quarter: string, afterId: string | null, limit: number, tx: Tx): Promise<readonly ClosedSheet[]> {
    const filter = { quarter, state: 'CLOSED', ...(afterId !== null && { _id: { $gt: afterId } }) };
    const rows = await this.model.collection
      .find(filter as never, { session: tx.session, projection: { employeeId: 1 }, sort: { _id: 1 }, limit })
      .toArray();
    return (rows as unknown as { _id: string; employeeId: string }[]).map(({ _id: id, employeeId }) => ({ id, employeeId }));
  }

  /** A few sheets by their ids, in the order of the sheets. */
  some(ids: readonly string[], tx: Tx): Promise<AppraisalSheet[]> {
    return this.findMany({ _id: { $in: [...ids] } }, tx, { sort: { _id: 1 } });
  }
}

/** What pays a bonus; the other facts of a sheet are many more. */
const OF_BONUS = ['LOAN_DISBURSED', 'LOAN_REVERSED'];

/** All that a bonus needs of a fact: there are many, and none is written. */
const LOOKED_AT = { employeeId: 1, kind: 1, aboutId: 1, value: 1, marked: 1 } as const;
type BonusFact = Pick<AppraisalFact, 'id' | keyof typeof LOOKED_AT>;
type FactsByPerson = ReadonlyMap<string, readonly BonusFact[]>;

/** The facts behind sheets, by person. */
@Injectable()
export class SheetFacts extends Repository<AppraisalFact> {
  constructor(database: Database) {
    super(database, appraisalFactCollection, 'appraisal fact');
  }

  /** In the order in which they became known. Served by `person`. */
  inOrder(employeeIds: readonly string[], quarter: string, tx: Tx): Promise<FactsByPerson> {
    return this.ofPeople({ employeeId: { $in: [...employeeIds] }, quarter, kind: { $in: OF_BONUS } }, tx);
  }

  /** The violations since a quarter began, as a few rows. Served by `tally`. */
  violationsFrom(employeeIds: readonly string[], quarter: string, tx: Tx): Promise<FactsByPerson> {
    return this.ofPeople({ employeeId: { $in: [...employeeIds] }, kind: 'VIOLATION', quarter: { $gte: quarter } }, tx);
  }

  private async ofPeople(filter: Record<string, unknown>, tx: Tx): Promise<FactsByPerson> {
    const rows = await this.model.collection
      .find(filter as never, { session: tx.session, projection: LOOKED_AT, limit: MOST_FACTS })
      .toArray();
    const facts = (rows as unknown as Stored[]).map((row) => this.toEntity(row));
    invariant(facts.length < MOST_FACTS, 'more facts of a bonus than can be looked at');
    const byPerson = new Map<string, BonusFact[]>();
    for (const fact of facts.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const own = byPerson.get(fact.employeeId);
      if (own) own.push(fact);
      else byPerson.set(fact.employeeId, [fact]);
    }
    return byPerson;
  }
}
