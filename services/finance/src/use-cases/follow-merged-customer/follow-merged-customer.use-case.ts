import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { parseLocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { mergeBorrowers } from '../../domain/exposure/merged-borrower.js';
import type { Merging, OneBorrower } from '../../domain/exposure/merged-borrower.js';
import type { BorrowerGroup } from '../../domain/exposure/borrower-group.js';
import { BorrowerGroups } from '../../persistence/borrower-group.repository.js';
import { BorrowerRows } from '../../persistence/borrower-rows.repository.js';
import { Exposures } from '../../persistence/exposure.repository.js';
import type { StoredExposure } from '../../persistence/exposure.repository.js';
import { MergedCustomers } from '../../persistence/merged-customer.repository.js';
import { GroupMembers } from '../group-members.js';

/**
 * Two files of sales became one: what the customer owes counts together, his loans and the work on them stand under the surviving id, and what
 * names the other one later is understood. Once, whatever arrives how often and in whatever order [3.6, 7.3, G7].
 */
@Injectable()
export class FollowMergedCustomer {
  constructor(
    private readonly merged: MergedCustomers,
    private readonly exposures: Exposures,
    private readonly groups: BorrowerGroups,
    private readonly rows: BorrowerRows,
    private readonly members: GroupMembers,
  ) {}

  /** Inside the consumer's transaction. */
  async apply(data: EventData<'sales.customer-merged.v1'>, tx: Tx): Promise<void> {
    const { mergedId, mergedBy } = data;
    if (await this.merged.find(mergedId, tx)) return;
    const how = { mergedBy, mergedOn: parseLocalDate(data.mergedOn) };
    // The survivor may have been merged further before this was heard.
    const survivorId = await this.merged.survivorOf(data.survivorId, tx);
    await this.merged.insert({ id: mergedId, version: 0, survivorId, ...how }, tx);
    for (const earlier of await this.merged.into(mergedId, tx)) await this.merged.save({ ...earlier, survivorId }, tx);
    await this.oneBorrower(survivorId, mergedId, how, tx);
    await this.rows.moveTo(mergedId, survivorId, tx);
  }

  private async oneBorrower(survivorId: string, mergedId: string, how: Merging, tx: Tx): Promise<void> {
    const merged = await this.exposures.find(mergedId, tx);
    if (!merged) return;
    const survivor = await this.exposures.of(survivorId, tx);
    const survivorGroup = await this.groupOf(survivor, tx);
    const mergedGroup = survivor.groupId === merged.groupId ? survivorGroup : await this.groupOf(merged, tx);
    const one = mergeBorrowers({ survivor, merged, survivorGroup, mergedGroup }, how);
    for (const group of one.groups) await this.members.told(await this.groups.save(group, tx), tx);
    await this.exposures.put(one.survivor, tx);
    await this.exposures.put(one.merged, tx);
    await this.regroup(one, tx);
  }

  private async regroup({ regrouped }: OneBorrower<BorrowerGroup, StoredExposure>, tx: Tx): Promise<void> {
    if (!regrouped || regrouped.customerIds.length === 0) return;
    for (const exposure of await this.exposures.ofAll(regrouped.customerIds, tx))
      await this.exposures.put({ ...exposure, groupId: regrouped.groupId }, tx);
  }

  private async groupOf({ groupId }: StoredExposure, tx: Tx): Promise<BorrowerGroup | null> {
    return groupId === null ? null : this.groups.get(groupId, tx);
  }
}
