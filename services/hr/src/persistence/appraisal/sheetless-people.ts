import { Injectable } from '@nestjs/common';
import { addDays, instantOf, quarterRange } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import { employeeCollection } from '../employee/employee.schema.js';
import { appraisalQuarterCollection, appraisalSchemeCollection, appraisalSheetCollection } from './appraisal.schema.js';

/** Reads, past the entities, who had a sales role at the end of a quarter and has no sheet for it. */
@Injectable()
export class SheetlessPeople {
  constructor(private readonly database: Database) {}

  /** True while a scheme counts in the quarter and its closing has not begun. */
  async mayOpen(quarter: string): Promise<boolean> {
    const schemes = this.database.model(appraisalSchemeCollection).collection;
    const quarters = this.database.model(appraisalQuarterCollection).collection;
    if ((await schemes.countDocuments({ fromQuarter: { $lte: quarter } } as never, { limit: 1 })) === 0) return false;
    return (await quarters.countDocuments({ quarter, state: { $ne: 'OPEN' } } as never, { limit: 1 })) === 0;
  }

  /** Employees of sales, by their index; the sheet of each is asked for by the index that makes it the only one. */
  async *of(quarter: string): AsyncGenerator<string> {
    const { to } = quarterRange(quarter);
    const stayed = [{ active: true }, { deactivatedAt: { $gte: instantOf(addDays(to, 1)) } }];
    const sells = { department: 'sales', roles: { $in: ['salesperson', 'sales-manager'] }, hiredOn: { $lte: to }, $or: stayed };
    const sheets = { from: appraisalSheetCollection.name, localField: '_id', foreignField: 'employeeId', as: 'sheets' };
    const rows = this.database.model(employeeCollection).collection.aggregate<{
      _id: string;
    }>([{ $match: sells }, { $project: { _id: 1 } }, { $lookup: { ...sheets, pipeline: [{ $match: { quarter } }, { $project: { _id: 1 } }] } }, { $match: { sheets: [] } }]);
    for await (const { _id } of rows) yield _id;
  }
}
