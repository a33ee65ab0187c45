import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import type { Tx } from '@weilend/mongo';
import { mergeFiles, requireMergeable } from '../../domain/customer/merge.js';
import type { Merging } from '../../domain/customer/merge.js';
import { CustomerHoldings } from '../../persistence/customer/customer-holdings.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { CareOwner } from '../care/care-owner.js';
import { CustomerStanding } from '../grading/customer-standing.js';
import { WorkHandover } from './work-handover.js';

/** Makes one file of two, in one transaction: the papers first, then both files, then everything that hangs on the merged one. */
@Injectable()
export class CustomerMerging {
  constructor(
    private readonly customers: Customers,
    private readonly holdings: CustomerHoldings,
    private readonly standing: CustomerStanding,
    private readonly files: Files,
    private readonly care: CareOwner,
    private readonly handover: WorkHandover,
  ) {}

  async merge(survivorId: string, mergedId: string, how: Merging, tx: Tx): Promise<{ formerOwnerId: string }> {
    const survivor = await this.customers.get(survivorId, tx);
    const merged = await this.customers.get(mergedId, tx);
    requireMergeable(survivor, merged, how.entryErrorFileId !== null);
    if (how.entryErrorFileId) await this.attach(how.entryErrorFileId, mergedId, tx);
    const made = mergeFiles(survivor, merged, how);
    await this.customers.save(made.merged, tx);
    await this.care.endVisit(mergedId, { by: how.by, at: how.at }, tx);
    await this.holdings.moveTo(mergedId, survivorId, tx);
    const owners = { from: merged.ownerId, to: survivor.ownerId };
    if (owners.from !== owners.to) {
      await this.handover.giveWork([survivorId], owners, tx);
      await this.care.follow([survivorId], { ...owners, by: how.by }, tx);
    }
    await this.customers.save(await this.standing.graded(made.survivor, 'MERGE', tx), tx);
    return { formerOwnerId: merged.ownerId };
  }

  private async attach(fileId: string, customerId: string, tx: Tx): Promise<void> {
    const file = { kind: 'customer', id: customerId };
    await this.files.attach(fileId, { subject: file, to: file }, tx);
  }
}
