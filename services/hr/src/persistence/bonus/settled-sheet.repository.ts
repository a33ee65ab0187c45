import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { AppraisalFact } from '../../domain/appraisal/indicator.js';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import { appraisalFactCollection, appraisalSheetCollection } from '../appraisal/appraisal.schema.js';

const MOST_FACTS = 50_000;

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

/** The facts behind a sheet, in the order in which they became known. */
@Injectable()
export class SheetFacts extends Repository<AppraisalFact> {
  constructor(database: Database) {
    super(database, appraisalFactCollection, 'appraisal fact');
  }

  inOrder(employeeId: string, quarter: string, tx: Tx): Promise<AppraisalFact[]> {
    return this.findMany({ employeeId, quarter, kind: { $in: OF_BONUS } }, tx, { sort: { _id: 1 }, limit: MOST_FACTS });
  }

  /** The violations of a person from a quarter on, as a few rows. */
  violationsFrom(employeeId: string, quarter: string, tx: Tx): Promise<AppraisalFact[]> {
    return this.findMany({ employeeId, kind: 'VIOLATION', quarter: { $gte: quarter } }, tx);
  }
}
