import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkPlan } from '../../domain/acquisition/campaign.js';
import { Campaigns } from '../../persistence/acquisition/source.repository.js';
import { campaignPlan } from './campaign-request.js';
import type { CampaignRequest } from './campaign-request.js';

export interface CreateCampaignRequest extends CampaignRequest {
  readonly requestKey?: string | null;
}

/** Plans a campaign: period, budget, whom it is for, how many leads it is to bring, and who answers for it [3.1, 3.2]. */
@Injectable()
export class CreateCampaign {
  constructor(
    private readonly work: UnitOfWork,
    private readonly campaigns: Campaigns,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CreateCampaignRequest): Promise<string> {
    const createdBy = employeeIdOf(actor);
    return this.work.once({ operation: 'create-campaign', actor, input }, async (tx) => {
      const open = { createdBy, createdAt: this.clock.now(), closedOn: null, resultNote: null, changes: [] };
      return (await this.campaigns.insert({ id: newId('cmp'), version: 0, ...checkPlan(campaignPlan(actor, input)), ...open }, tx)).id;
    });
  }
}
