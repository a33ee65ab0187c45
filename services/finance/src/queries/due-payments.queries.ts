import { Injectable } from '@nestjs/common';
import { BonusPayments } from '../persistence/bonus-payment.repository.js';
import { DisbursementOrders } from '../persistence/disbursement-order.repository.js';

/** Payments that wait for the bank. */
@Injectable()
export class DuePayments {
  constructor(
    private readonly orders: DisbursementOrders,
    private readonly bonuses: BonusPayments,
  ) {}

  /** Of loans and of bonuses, at most so many of each. */
  async ids(limit: number): Promise<string[]> {
    return [...(await this.orders.dueIds(limit)), ...(await this.bonuses.dueIds(limit))];
  }
}
