import { Injectable } from '@nestjs/common';
import { EntityLoader, LeanEntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { ReferralCredit } from '../../domain/acquisition/referral.js';
import { LEAD_HEAD, LeadQueries } from '../../queries/acquisition/lead.queries.js';
import type { LeadHead, LeadView } from '../../queries/acquisition/lead.queries.js';
import { ReferralQueries } from '../../queries/acquisition/referral.queries.js';
import { SourceQueries } from '../../queries/acquisition/source.queries.js';
import type { ActivityView, CampaignView, PartnerView, SourceFigures } from '../../queries/acquisition/source.queries.js';

@Injectable()
export class LeadLoader extends LeanEntityLoader<LeadView, LeadHead> {
  readonly typeName = 'Lead';
  protected readonly headFields = LEAD_HEAD;

  constructor(private readonly queries: LeadQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly LeadView[]> {
    return this.queries.byIds(ids, actor);
  }

  protected loadHeads(ids: readonly string[], actor: Actor): Promise<readonly LeadHead[]> {
    return this.queries.headsByIds(ids, actor);
  }
}

/** The partner of a lead; not referred to by other departments. */
@Injectable()
export class PartnerLoader extends EntityLoader<PartnerView> {
  readonly typeName = 'SalesPartner';

  constructor(private readonly queries: SourceQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly PartnerView[]> {
    return this.queries.partnersByIds(ids);
  }
}

/** The activity of a lead; not referred to by other departments. */
@Injectable()
export class ActivityLoader extends EntityLoader<ActivityView> {
  readonly typeName = 'SalesActivity';

  constructor(private readonly queries: SourceQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly ActivityView[]> {
    return this.queries.activitiesByIds(ids);
  }
}

/** The campaign of a lead or an activity; not referred to by other departments. */
@Injectable()
export class CampaignLoader extends EntityLoader<CampaignView> {
  readonly typeName = 'SalesCampaign';

  constructor(private readonly queries: SourceQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly CampaignView[]> {
    return this.queries.campaignsByIds(ids);
  }
}

/** Not referred to by other departments. */
@Injectable()
export class ReferralCreditLoader extends EntityLoader<ReferralCredit> {
  readonly typeName = 'ReferralCredit';

  constructor(private readonly queries: ReferralQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly ReferralCredit[]> {
    return this.queries.byIds(ids, actor);
  }
}

/** How many leads activities brought. */
@Injectable()
export class ActivityFigures extends ListLoader<SourceFigures> {
  constructor(private readonly queries: SourceQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, SourceFigures])[]> {
    return (await this.queries.figures('activityId', ids)).map((one) => [one.id, one] as const);
  }
}

/** How many leads campaigns brought, and what their activities cost. */
@Injectable()
export class CampaignFigures extends ListLoader<SourceFigures> {
  constructor(private readonly queries: SourceQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, SourceFigures])[]> {
    return (await this.queries.figures('campaignId', ids)).map((one) => [one.id, one] as const);
  }
}
