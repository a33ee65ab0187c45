import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Standing } from '../../domain/career/standing.js';
import { careerStandingCollection } from '../career/career.schema.js';
import { employeeChangeCollection, employeeCollection } from '../employee/employee.schema.js';

export interface Placement {
  readonly level: string | null;
  readonly roles: readonly string[];
}

interface RolesRow {
  readonly _id: string;
  readonly roles: readonly string[];
}

/**
 * Which level of the ladder and which roles people had on a day: a bonus goes by what they were when its quarter ended, whenever it is prepared [5.6].
 * The level is the one that two people vouched for, never what stands on the card.
 */
@Injectable()
export class Placements {
  constructor(private readonly database: Database) {}

  async on(employeeIds: readonly string[], day: LocalDate, tx?: Tx): Promise<ReadonlyMap<string, Placement>> {
    const ids = [...employeeIds];
    const [levels, roles] = [await this.levels(ids, day, tx), await this.roles(ids, day, tx)];
    return new Map(ids.map((id) => [id, { level: levels.get(id) ?? null, roles: roles.get(id) ?? [] }]));
  }

  /** By the id of the person. */
  private async levels(ids: readonly string[], day: LocalDate, tx?: Tx): Promise<Map<string, string | undefined>> {
    const rows = await this.database
      .collection<{ _id: string } & Pick<Standing, 'history'>>(careerStandingCollection.name)
      .find({ _id: { $in: [...ids] } } as never, { session: tx?.session, projection: { history: 1 } })
      .toArray();
    return new Map(rows.map(({ _id, history }) => [_id, history.findLast(({ since }) => since <= day)?.level]));
  }

  /** Served by `asOf`; of who has no history, as rows of before it was kept, what stands on the card. */
  private async roles(ids: readonly string[], day: LocalDate, tx?: Tx): Promise<Map<string, readonly string[]>> {
    const session = tx?.session;
    const cards = this.database.collection<RolesRow>(employeeCollection.name);
    const known = await cards.find({ _id: { $in: [...ids] } } as never, { session, projection: { roles: 1 } }).toArray();
    const rows = this.database
      .collection(employeeChangeCollection.name)
      .aggregate<RolesRow>(
        [
          { $match: { employeeId: { $in: [...ids] }, effectiveOn: { $lte: day } } },
          { $sort: { employeeId: 1, effectiveOn: -1, _id: -1 } },
          { $group: { _id: '$employeeId', roles: { $first: '$after.roles' } } },
        ],
        { hint: 'asOf', ...(session && { session }) },
      );
    return new Map([...known, ...(await rows.toArray())].map(({ _id, roles }) => [_id, roles]));
  }
}
