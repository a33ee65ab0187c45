import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { closeCampaign } from '../../domain/acquisition/campaign.js';
import { requireReason } from '../../domain/customer/correction.js';
import { Campaigns } from '../../persistence/acquisition/source.repository.js';

export interface CloseCampaignRequest {
  readonly requestKey?: string | null;
  readonly campaignId: string;
  readonly resultNote: string;
}

/** Ends a campaign with what it came to; no activity and no lead may name it any more [3.1, 3.2]. */
@Injectable()
export class CloseCampaign {
  constructor(
    private readonly work: UnitOfWork,
    private readonly campaigns: Campaigns,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CloseCampaignRequest): Promise<string> {
    return this.work.once({ operation: 'close-campaign', actor, input }, async (tx) => {
      const campaign = await this.campaigns.get(input.campaignId, tx);
      const note = requireReason(input.resultNote, 'resultNote');
      return (await this.campaigns.save(closeCampaign(campaign, this.clock.today(), note), tx)).id;
    });
  }
}
