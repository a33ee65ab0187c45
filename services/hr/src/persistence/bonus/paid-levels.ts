import { Injectable } from '@nestjs/common';
import { quarterRange } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { levelOn } from '../../domain/career/standing.js';
import type { Standing } from '../../domain/career/standing.js';
import { levelsOf } from '../../domain/bonus/sheet-inputs.js';
import { careerStandingCollection } from '../career/career.schema.js';
import { employeeChangeCollection, employeeCollection } from '../employee/employee.schema.js';

interface Placed {
  readonly roles: readonly string[];
  readonly level: string | null;
}
interface StandingRow extends Pick<Standing, 'level' | 'history'> {
  readonly _id: string;
}

/** By which levels and roles a fixed base pays: those of the quarter's last day, whenever the bonus is prepared. What somebody has become since counts later [5.6]. */
@Injectable()
export class PaidLevels {
  constructor(private readonly database: Database) {}

  /** Of some people; who is not known has none. Rows by their ids, the history by `asOf`. */
  async of(employeeIds: readonly string[], quarter: string, tx?: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
    const on = quarterRange(quarter).to;
    const [ids, session] = [{ $in: [...employeeIds] }, { session: tx?.session }];
    const found = new Map<string, Placed>();
    const rows = this.database.collection<Placed & { _id: string }>(employeeCollection.name);
    for await (const { _id, roles, level } of rows.find({ _id: ids } as never, session)) found.set(_id, { roles, level });
    const then = this.database
      .collection(employeeChangeCollection.name)
      .aggregate<{ _id: string; after: Placed }>(
        [
          { $match: { employeeId: ids, effectiveOn: { $lte: on } } },
          { $sort: { employeeId: 1, effectiveOn: -1, _id: -1 } },
          { $group: { _id: '$employeeId', after: { $first: '$after' } } },
        ],
        session,
      );
    for await (const { _id, after } of then) found.set(_id, after);
    const standings = this.database.collection<StandingRow>(careerStandingCollection.name);
    for await (const standing of standings.find({ _id: ids } as never, session)) {
      const placed = found.get(standing._id);
      if (placed) found.set(standing._id, { ...placed, level: levelOn(standing, on) });
    }
    return new Map([...found].map(([id, placed]) => [id, levelsOf(placed)]));
  }
}
