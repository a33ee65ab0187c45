import { Injectable } from '@nestjs/common';
import { DisbursementOrders } from '../persistence/disbursement-order.repository.js';

/** Payments that wait for the bank. */
@Injectable()
export class DuePayments {
  constructor(private readonly orders: DisbursementOrders) {}

  ids(limit: number): Promise<string[]> {
    return this.orders.dueIds(limit);
  }
}
