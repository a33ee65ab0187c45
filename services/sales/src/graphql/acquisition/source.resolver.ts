import { Args, ArgsType, Context, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { LocalDate, Money, Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { SourceQueries } from '../../queries/acquisition/source.queries.js';
import { ActivityKindEnum, ActivityStateEnum } from '../enum.type.js';
import { EmployeeStub } from '../stub.type.js';
import { ActivityFigures, CampaignFigures, CampaignLoader } from './acquisition.loader.js';
import {
  SalesActivity,
  SalesActivityConnection,
  SalesAreaType,
  SalesCampaign,
  SalesCampaignChange,
  SalesCampaignConnection,
  SalesPartner,
} from './source.type.js';

@ArgsType()
class ActivitiesArgs {
  @Field(() => LocalDate, { nullable: true })
  readonly from?: LocalDateText | null;

  @Field(() => LocalDate, { nullable: true })
  readonly to?: LocalDateText | null;

  @Field(() => ActivityKindEnum, { nullable: true })
  readonly kind?: string | null;

  @Field(() => ActivityStateEnum, { nullable: true })
  readonly state?: string | null;

  @Field(() => ID, { nullable: true })
  readonly campaignId?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

/** The lists that leads point to. */
@Resolver()
export class SourceListResolver {
  constructor(private readonly queries: SourceQueries) {}

  @Query(() => [SalesPartner], { description: 'Partner institutions (合作机构名单)' })
  @Permit('sales.read-source')
  partners(@Args('activeOnly', { type: () => Boolean, nullable: true }) activeOnly: boolean | null) {
    return this.queries.partners(activeOnly ?? false);
  }

  @Query(() => [SalesPartner], {
    description: 'Partners whose agreement runs out within some days (30), or ran out; first to run out first',
  })
  @Permit('sales.read-source')
  expiringPartners(@Args('withinDays', { type: () => Int, nullable: true }) withinDays: number | null) {
    return this.queries.expiring(withinDays);
  }

  @Query(() => [SalesActivity], { description: 'All activities, newest first (推广活动)' })
  @Permit('sales.read-source')
  activities() {
    return this.queries.activities();
  }

  @Query(() => SalesActivityConnection, { description: 'Activities by period and kind, the latest day first (推广活动)' })
  @Permit('sales.read-source')
  salesActivities(@Args() wanted: ActivitiesArgs) {
    return this.queries.activityPage(wanted);
  }

  @Query(() => SalesCampaignConnection, { description: 'Campaigns, newest first; open: those not closed yet (营销活动计划)' })
  @Permit('sales.read-source')
  salesCampaigns(
    @Args('open', { type: () => Boolean, nullable: true }) open: boolean | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.queries.campaigns({ open, first, after });
  }

  @Query(() => [SalesAreaType], { description: 'Who covers which district (销售片区)' })
  @Permit('sales.read-source')
  salesAreas() {
    return this.queries.areas();
  }
}

@Resolver(() => SalesActivity)
export class ActivityResolver {
  constructor(
    private readonly campaigns: CampaignLoader,
    private readonly figures: ActivityFigures,
  ) {}

  @ResolveField(() => SalesCampaign, { nullable: true })
  campaign(@Parent() activity: SalesActivity, @Context() context: GraphContext) {
    return activity.campaignId && this.campaigns.byId(context, activity.campaignId);
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who answers for it' })
  owner(@Parent() activity: SalesActivity) {
    return { id: activity.ownerId };
  }

  @ResolveField(() => Int, { nullable: true, description: 'Leads that came of it so far' })
  async actualLeads(@Parent() activity: SalesActivity, @Context() context: GraphContext) {
    return (await this.figures.firstOf(context, activity.id))?.leads;
  }
}

@Resolver(() => SalesCampaign)
export class CampaignResolver {
  constructor(private readonly figures: CampaignFigures) {}

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who answers for it' })
  owner(@Parent() campaign: SalesCampaign) {
    return { id: campaign.ownerId };
  }

  @ResolveField(() => Int, { nullable: true, description: 'Leads that came of it so far' })
  async actualLeads(@Parent() campaign: SalesCampaign, @Context() context: GraphContext) {
    return (await this.figures.firstOf(context, campaign.id))?.leads;
  }

  @ResolveField(() => Money, { nullable: true, description: 'Cost of its activities, as far as known' })
  async spent(@Parent() campaign: SalesCampaign, @Context() context: GraphContext) {
    return (await this.figures.firstOf(context, campaign.id))?.spentFen;
  }

  @ResolveField(() => [SalesCampaignChange], { description: 'Plans that were changed, oldest first' })
  changes(@Parent() campaign: SalesCampaign) {
    return campaign.changes.map(({ reason, at, before }) => ({
      ...{ reason, at, budgetBefore: before['budgetFen'], goalLeadsBefore: before['goalLeads'], endsOnBefore: before['endsOn'] },
    }));
  }
}

@Resolver(() => SalesAreaType)
export class SalesAreaResolver {
  @ResolveField(() => [EmployeeStub])
  salespeople(@Parent() area: SalesAreaType) {
    return area.salespersonIds.map((id) => ({ id }));
  }
}
