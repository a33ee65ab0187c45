import { Injectable } from '@nestjs/common';
import { invariant } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { AppraisalFact } from '../../domain/appraisal/indicator.js';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import { appraisalFactCollection, appraisalSheetCollection } from '../appraisal/appraisal.schema.js';

/** More than fifty people sell in a quarter. */
const MOST_FACTS = 500_000;

/** The appraisal sheets as the bonus reads them: it never writes one. */
@Injectable()
export class SettledSheets extends Repository<AppraisalSheet> {
  constructor(database: Database) {
    super(database, appraisalSheetCollection, 'appraisal sheet');
  }

  ofPerson(employeeId: string, quarter: string, tx: Tx): Promise<AppraisalSheet | null> {
    return this.findOne({ employeeId, quarter }, tx);
  }

  /** Closed sheets of a quarter of people without these. */
  closedWithout(quarter: string, employeeIds: readonly string[], limit: number, tx: Tx): Promise<AppraisalSheet[]> {
    const filter = { quarter, state: 'CLOSED', employeeId: { $nin: [...employeeIds] } };
    return this.findMany(filter, tx, { sort: { _id: 1 }, limit });
  }
}

/** What pays a bonus; the other facts of a sheet are many more. */
const OF_BONUS = ['LOAN_DISBURSED', 'LOAN_REVERSED'];

type FactsByPerson = ReadonlyMap<string, readonly AppraisalFact[]>;

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
    const facts = await this.findMany(filter, tx, { limit: MOST_FACTS });
    invariant(facts.length < MOST_FACTS, 'more facts of a bonus than can be looked at');
    const byPerson = new Map<string, AppraisalFact[]>();
    for (const fact of facts.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const own = byPerson.get(fact.employeeId);
      if (own) own.push(fact);
      else byPerson.set(fact.employeeId, [fact]);
    }
    return byPerson;
  }
}
