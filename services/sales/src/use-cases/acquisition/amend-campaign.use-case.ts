import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { amendPlan } from '../../domain/acquisition/campaign.js';
import { requireReason } from '../../domain/customer/correction.js';
import { Campaigns } from '../../persistence/acquisition/source.repository.js';
import { campaignPlan } from './campaign-request.js';
import type { CampaignRequest } from './campaign-request.js';

export interface AmendCampaignRequest extends CampaignRequest {
  readonly requestKey?: string | null;
  readonly campaignId: string;
  readonly reason: string;
}

/** Plans a campaign anew while it is not closed; the plan before stays readable [3.1, 3.2]. */
@Injectable()
export class AmendCampaign {
  constructor(
    private readonly work: UnitOfWork,
    private readonly campaigns: Campaigns,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AmendCampaignRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'amend-campaign', actor, input }, async (tx) => {
      const campaign = await this.campaigns.get(input.campaignId, tx);
      const plan = campaignPlan(actor, { ...input, ownerId: input.ownerId ?? campaign.ownerId });
      const change = { reason: requireReason(input.reason), by, at: this.clock.now() };
      return (await this.campaigns.save(amendPlan(campaign, plan, change), tx)).id;
    });
  }
}
