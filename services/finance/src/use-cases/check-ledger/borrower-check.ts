import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import { borrowerDifferences } from '../../domain/ledger/check-books.js';
import type { Difference } from '../../domain/ledger/check-books.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';
import { Exposures } from '../../persistence/exposure.repository.js';
import { Loans } from '../../persistence/loan.repository.js';

/** Balances of borrowers against their loans and the payments that are under way. */
@Injectable()
export class BorrowerCheck {
  constructor(
    private readonly exposures: Exposures,
    private readonly loans: Loans,
    private readonly orders: DisbursementOrders,
  ) {}

  async of(customerIds: readonly string[], tx: Tx): Promise<readonly Difference[]> {
    if (customerIds.length === 0) return [];
    const exposures = new Map((await this.exposures.ofAll(customerIds, tx)).map((exposure) => [exposure.customerId, exposure]));
    const sums = await this.loans.sumsOf(customerIds, tx);
    const reserved = await this.orders.reservedOf(customerIds, tx);
    return customerIds.flatMap((customerId) => {
      const { outstandingFen = 0, loans = 0 } = sums.get(customerId) ?? {};
      const sum = { outstandingFen, loans, reservedFen: reserved.get(customerId) ?? 0 };
      return borrowerDifferences(customerId, exposures.get(customerId), sum);
    });
  }

  /** Borrowers in the order of their ids, also those without a loan. */
  async after(customerId: string, limit: number, tx: Tx): Promise<readonly string[]> {
    return (await this.exposures.after(customerId, limit, tx)).map((exposure) => exposure.customerId);
  }
}
