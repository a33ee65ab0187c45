import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { mergedCustomerCollection } from './merged-customer.schema.js';

/** The id is the one of the file that ended. */
export interface MergedCustomer {
  readonly id: string;
  readonly version: number;
  /** Never one that ended itself. */
  readonly survivorId: string;
  readonly mergedBy: string;
  readonly mergedOn: LocalDate;
}

@Injectable()
export class MergedCustomers extends Repository<MergedCustomer> {
  constructor(database: Database) {
    super(database, mergedCustomerCollection, 'merged customer');
  }

  /** The id under which a customer goes on; his own when he was never merged. */
  async survivorOf(customerId: string, tx: Tx): Promise<string> {
    return (await this.find(customerId, tx))?.survivorId ?? customerId;
  }

  /** Files that were merged into this one before. */
  into(survivorId: string, tx: Tx): Promise<MergedCustomer[]> {
    return this.findMany({ survivorId }, tx);
  }
}
