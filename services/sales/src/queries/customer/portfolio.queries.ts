import { Injectable } from '@nestjs/common';
import type { HandoffRow } from '@weilend/messaging';
import { Database } from '@weilend/mongo';
import type { CollectionDefinition } from '@weilend/mongo';
import { openLeadsOf } from '../../persistence/customer/customer-holdings.js';
import { customerCollection } from '../../persistence/customer/customer.schema.js';
import { ofOwner } from '../../persistence/customer/leaver-work.repository.js';
import { openWork } from '../../persistence/customer/open-work.js';
import { leadCollection } from '../../persistence/acquisition/lead.schema.js';

/** Customers of somebody who left that are still to be given to colleagues. */
export interface OwedPortfolio {
  readonly handoffId: string;
  readonly employeeId: string;
  readonly openedAt: Date;
  readonly customersLeft: number;
  /** Open leads that are no customers yet. */
  readonly leadsLeft: number;
  /** Everything that is still in his hands. */
  readonly workLeft: number;
}

/** The read side of portfolios to be handed over, oldest first. */
@Injectable()
export class PortfolioQueries {
  constructor(private readonly database: Database) {}

  async owed(): Promise<readonly OwedPortfolio[]> {
    const rows = await this.database
      .collection<HandoffRow>('handoffs')
      .find({ direction: 'in', state: 'open', type: 'transfer-portfolio' })
      .sort({ openedAt: 1 })
      .toArray();
    const owners = rows.map((row) => row.subject);
    const ofThem = { $in: owners };
    const left = await this.counted(customerCollection, { ownerId: ofThem, mergedInto: null }, '$ownerId');
    const all = new Map<string, number>();
    for (const work of openWork)
      for (const [owner, rows] of await this.counted(work.collection, ofOwner(work, ofThem), `$${work.ownerField}`))
        all.set(owner, (all.get(owner) ?? 0) + rows);
    const leads = await this.counted(leadCollection, openLeadsOf(ofThem), '$salespersonId');
    return rows.map(({ _id: handoffId, subject: employeeId, openedAt }) => ({
      ...{ handoffId, employeeId, openedAt },
      ...{ customersLeft: left.get(employeeId) ?? 0, leadsLeft: leads.get(employeeId) ?? 0, workLeft: all.get(employeeId) ?? 0 },
    }));
  }

  private async counted(of: CollectionDefinition, filter: Record<string, unknown>, owner: string): Promise<Map<string, number>> {
    const counted = (await this.database
      .collection(of.name)
      .aggregate([{ $match: filter }, { $group: { _id: owner, rows: { $sum: 1 } } }])
      .toArray()) as unknown as { _id: string; rows: number }[];
    return new Map(counted.map((one) => [one._id, one.rows]));
  }
}
