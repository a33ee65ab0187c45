import { Injectable } from '@nestjs/common';
import { addDays, instantOf, quarterRange } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import { employeeChangeCollection, employeeCollection } from '../employee/employee.schema.js';
import { appraisalQuarterCollection, appraisalSchemeCollection, appraisalSheetCollection } from './appraisal.schema.js';

/** Reads, past the entities, who had a sales role at the end of a quarter and has no sheet for it. */
@Injectable()
export class SheetlessPeople {
  constructor(private readonly database: Database) {}

  /** True while a scheme counts in the quarter and its closing has not begun. */
  async mayOpen(quarter: string): Promise<boolean> {
    const schemes = this.database.model(appraisalSchemeCollection).collection;
    const quarters = this.database.model(appraisalQuarterCollection).collection;
    if ((await schemes.countDocuments({ fromQuarter: { $lte: quarter }, state: { $ne: 'PROPOSED' } } as never, { limit: 1 })) === 0)
      return false;
    return (await quarters.countDocuments({ quarter, state: { $ne: 'OPEN' } } as never, { limit: 1 })) === 0;
  }

  async *of(quarter: string): AsyncGenerator<string> {
    for await (const { _id } of this.employees().aggregate<{ _id: string }>(sheetless(quarter))) yield _id;
  }

  async count(quarter: string): Promise<number> {
    const [row] = await this.employees()
      .aggregate<{ people: number }>([...sheetless(quarter), { $count: 'people' }])
      .toArray();
    return row?.people ?? 0;
  }

  private employees() {
    return this.database.model(employeeCollection).collection;
  }
}

/**
 * By the history, as everybody was on the last day: who sells today may have done something else then, and the other way round. Each person's last change
 * until then is found by `asOf`, his sheet by `oneSheet`; who has no history that old counts as his row says.
 */
function sheetless(quarter: string): object[] {
  const { to } = quarterRange(quarter);
  const change = { from: employeeChangeCollection.name, localField: '_id', foreignField: 'employeeId', as: 'then' };
  const until = [
    { $match: { effectiveOn: { $lte: to } } },
    { $sort: { effectiveOn: -1, _id: -1 } },
    { $limit: 1 },
    { $project: { after: 1 } },
  ];
  const stayed = { $or: ['$active', { $gte: ['$deactivatedAt', instantOf(addDays(to, 1))] }] };
  const row = { department: '$department', roles: '$roles', hiredOn: '$hiredOn', active: stayed };
  const sells = {
    'at.active': true,
    'at.department': 'sales',
    'at.roles': { $in: ['salesperson', 'sales-manager'] },
    'at.hiredOn': { $lte: to },
  };
  const sheet = { from: appraisalSheetCollection.name, localField: '_id', foreignField: 'employeeId', as: 'sheets' };
  return [
    { $lookup: { ...change, pipeline: until } },
    { $project: { at: { $ifNull: [{ $first: '$then.after' }, row] } } },
    { $match: sells },
    { $lookup: { ...sheet, pipeline: [{ $match: { quarter } }, { $project: { _id: 1 } }] } },
    { $match: { sheets: [] } },
    { $project: { _id: 1 } },
  ];
}
