import { Injectable } from '@nestjs/common';
import type { HandoffRow } from '@weilend/messaging';
import { Database } from '@weilend/mongo';
import { customerCollection } from '../../persistence/customer/customer.schema.js';

/** Customers of somebody who left that are still to be given to colleagues. */
export interface OwedPortfolio {
  readonly handoffId: string;
  readonly employeeId: string;
  readonly openedAt: Date;
  readonly customersLeft: number;
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
    const counted = (await this.database
      .collection(customerCollection.name)
      .aggregate([{ $match: { ownerId: { $in: owners } } }, { $group: { _id: '$ownerId', customers: { $sum: 1 } } }])
      .toArray()) as unknown as { _id: string; customers: number }[];
    const left = new Map(counted.map((one) => [one._id, one.customers]));
    return rows.map(({ _id: handoffId, subject: employeeId, openedAt }) => ({
      ...{ handoffId, employeeId, openedAt, customersLeft: left.get(employeeId) ?? 0 },
    }));
  }
}
