import { Injectable } from '@nestjs/common';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { applicationCollection } from '../application/application.schema.js';
import { customerWork, openWork, restWork } from './open-work.js';
import type { OpenWork } from './open-work.js';
import { actedOnBy } from './customer-holdings.js';
import { rewriteRows } from './rewrite-rows.js';

export interface LeaverFilter {
  /** Only these. */
  readonly among?: readonly string[] | null;
  readonly limit: number;
}

/** What is left with somebody who left, over every collection that knows an owner. */
@Injectable()
export class LeaverWork {
  constructor(private readonly database: Database) {}

  /** Ids of live files of his, oldest first. */
  async customersOf(ownerId: string, { among, limit }: LeaverFilter, tx: Tx): Promise<string[]> {
    const { collection } = this.database.model(customerWork.collection);
    const filter = { ...ofOwner(customerWork, ownerId), ...(among ? { _id: { $in: [...among] } } : {}) };
    const options = { session: tx.session, projection: { _id: 1 }, sort: { _id: 1 } as const, limit };
    return (await collection.find(filter as never, options).toArray()).map((row) => String(row._id));
  }

  /** How much is left with him, files and open work. */
  async left(ownerId: string, tx: Tx): Promise<number> {
    let left = 0;
    for (const work of openWork) {
      const { collection } = this.database.model(work.collection);
      left += await collection.countDocuments(ofOwner(work, ownerId) as never, { session: tx.session });
    }
    return left;
  }

  /** Gives the work that has no rules of its own, at most `limit` rows; how many, and the applications among it. */
  async giveRest(
    { from, to }: { from: string; to: string },
    limit: number,
    tx: Tx,
  ): Promise<{ given: number; applications: readonly string[] }> {
    let given = 0;
    let applications: readonly string[] = [];
    for (const work of restWork) {
      if (given >= limit) break;
      const rewriting = { filter: ofOwner(work, from), limit: limit - given };
      const change = (row: Parameters<typeof actedOnBy>[1]) =>
        work.collection === applicationCollection ? actedOnBy(work.collection, row, to, work.ownerField) : { [work.ownerField]: to };
      const ids = await rewriteRows(this.database, work.collection, { rewriting, change }, tx);
      given += ids.length;
      if (work.collection === applicationCollection) applications = ids;
    }
    return { given, applications };
  }
}

export function ofOwner({ ownerField, open }: OpenWork, owner: unknown): Record<string, unknown> {
  return { ...open, [ownerField]: owner };
}
