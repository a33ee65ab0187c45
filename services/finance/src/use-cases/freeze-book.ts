import { Injectable } from '@nestjs/common';
import { BusinessClock, newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { isFrozen, requireNotFrozen } from '../domain/measure/borrower-freeze.js';
import type { BorrowerFreeze } from '../domain/measure/borrower-freeze.js';
import { Exposures } from '../persistence/exposure.repository.js';
import { BorrowerFreezes } from '../persistence/measure.repository.js';
import { MergedCustomers } from '../persistence/merged-customer.repository.js';

/** Whom nothing is paid to while risk says so, under the id by which he goes on [7.4]. */
@Injectable()
export class FreezeBook {
  constructor(
    readonly freezes: BorrowerFreezes,
    private readonly merged: MergedCustomers,
    private readonly exposures: Exposures,
    private readonly clock: BusinessClock,
  ) {}

  /** Freezes a borrower once per measure; the freeze's id. */
  async freeze(of: Pick<BorrowerFreeze, 'customerId' | 'measureId' | 'alertId' | 'reason'>, tx: Tx): Promise<string> {
    const known = await this.freezes.ofMeasure(of.measureId, tx);
    if (known) return known.id;
    const customerId = await this.merged.survivorOf(of.customerId, tx);
    // Written although unchanged: a payment that is released at the same moment conflicts with the freeze instead of missing it.
    await this.exposures.put(await this.exposures.of(customerId, tx), tx);
    const made = { id: newId('frz'), version: 0, since: this.clock.today(), liftedAt: null, liftedBy: null };
    return (await this.freezes.insert({ ...of, customerId, ...made }, tx)).id;
  }

  /** True while nothing may leave for the borrower. */
  async holds(customerId: string, tx: Tx): Promise<boolean> {
    const borrowerId = await this.merged.survivorOf(customerId, tx);
    // Written although unchanged: a freeze of the same moment conflicts with the sending instead of missing it.
    await this.exposures.put(await this.exposures.of(borrowerId, tx), tx);
    return isFrozen(await this.freezes.inForce(borrowerId, tx));
  }

  /** Throws BORROWER_FROZEN. */
  async requireFree(customerId: string, tx: Tx): Promise<void> {
    requireNotFrozen(await this.freezes.inForce(await this.merged.survivorOf(customerId, tx), tx));
  }
}
