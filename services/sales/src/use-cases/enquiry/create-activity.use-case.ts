import { Injectable } from '@nestjs/common';
import { DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { materialOf, requireCost, requireWithinCampaign } from '../../domain/acquisition/activity.js';
import type { Activity } from '../../domain/acquisition/activity.js';
import { activityMachine } from '../../domain/acquisition/activity.machine.js';
import type { ActivityKind } from '../../domain/enquiry/lead.js';
import { Activities, Campaigns } from '../../persistence/acquisition/source.repository.js';
import { LateRecords } from '../late-records.js';

export interface CreateActivityRequest {
  readonly requestKey?: string | null;
  readonly kind: ActivityKind;
  readonly name: string;
  readonly heldOn: LocalDate;
  /** Planned, in fen. */
  readonly cost: number;
  readonly campaignId?: string | null;
  readonly plannedLeads?: number | null;
  readonly materialTitle?: string | null;
  readonly materialVersion?: string | null;
}

/** Plans an activity with its cost, online or offline, so that its leads can be counted against it [3.1, 3.2]. */
@Injectable()
export class CreateActivity {
  constructor(
    private readonly work: UnitOfWork,
    private readonly activities: Activities,
    private readonly campaigns: Campaigns,
    private readonly late: LateRecords,
  ) {}

  execute(actor: Actor, input: CreateActivityRequest): Promise<string> {
    const ownerId = employeeIdOf(actor);
    return this.work.once({ operation: 'create-activity', actor, input }, async (tx) => {
      const name = input.name.trim();
      if (name.length < 2) throw new DomainError('NAME_INVALID', {}, 'name');
      const { kind, heldOn } = input;
      const plannedLeads = input.plannedLeads ?? null;
      if (plannedLeads !== null && plannedLeads < 0)
        throw new DomainError('INPUT_INVALID', { problem: 'a goal is not negative' }, 'plannedLeads');
      await this.late.requireRecent(heldOn, 'heldOn');
      const planned: Activity = {
        ...{ id: newId('act'), version: 0, kind, name, heldOn, state: activityMachine.initial, ownerId, createdBy: ownerId, plannedLeads },
        plannedCostFen: requireCost(input.cost, 'cost'),
        campaignId: await this.campaign(input, tx),
        material: materialOf(input.materialTitle, input.materialVersion),
        ...{ actualCostFen: null, costChanges: [], resultNote: null, cancelledBecause: null },
      };
      return (await this.activities.insert(planned, tx)).id;
    });
  }

  private async campaign({ campaignId, heldOn }: CreateActivityRequest, tx: Tx): Promise<string | null> {
    if (!campaignId) return null;
    const campaign = await this.campaigns.find(campaignId, tx);
    if (!campaign) throw new DomainError('CAMPAIGN_UNKNOWN', {}, 'campaignId');
    requireWithinCampaign(heldOn, campaign);
    return campaignId;
  }
}
