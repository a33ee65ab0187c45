import { Injectable } from '@nestjs/common';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { employeeCollection } from '../employee/employee.schema.js';

/** More people than a department has without a leader. */
const MOST_LEADERLESS = 1_000;

/** Who works in sales under nobody, or under somebody who has left. */
@Injectable()
export class LeaderlessPeople {
  constructor(private readonly database: Database) {}

  /** Without the one who is to lead them. Served by `departmentPage`. */
  async except(employeeId: string, tx: Tx): Promise<string[]> {
    const above = { from: employeeCollection.name, localField: 'managerId', foreignField: '_id', as: 'above' };
    const rows = this.database
      .collection(employeeCollection.name)
      .aggregate<{ _id: string }>(
        [
          { $match: { department: 'sales', active: true, _id: { $ne: employeeId } } },
          { $lookup: { ...above, pipeline: [{ $match: { active: true } }, { $project: { _id: 1 } }] } },
          { $match: { above: [] } },
          { $sort: { _id: 1 } },
          { $limit: MOST_LEADERLESS },
          { $project: { _id: 1 } },
        ],
        { session: tx.session },
      );
    return (await rows.toArray()).map(({ _id }) => _id);
  }
}
