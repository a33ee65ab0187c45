import { Args, ArgsType, Context, Field, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { LocalDate, Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { FunnelDimension } from '../../domain/acquisition/funnel.js';
import { FunnelQueries } from '../../queries/acquisition/funnel.queries.js';
import { FunnelDimensionEnum } from '../enum.type.js';
import { EmployeeStub } from '../stub.type.js';
import { ActivityLoader, CampaignLoader, PartnerLoader } from './acquisition.loader.js';
import { FunnelRowType, SalesFunnelType } from './funnel.type.js';
import { SalesActivity, SalesCampaign, SalesPartner } from './source.type.js';

@ArgsType()
class FunnelArgs {
  @Field(() => FunnelDimensionEnum)
  readonly by!: FunnelDimension;

  @Field(() => LocalDate)
  readonly from!: LocalDateText;

  @Field(() => LocalDate)
  readonly to!: LocalDateText;
}

@Resolver()
export class FunnelResolver {
  constructor(private readonly queries: FunnelQueries) {}

  @Query(() => SalesFunnelType, { description: 'What became of the leads that came in a period; a salesperson sees his own (销售漏斗)' })
  @Permit('sales.read-funnel')
  async salesFunnel(@Args() { by, from, to }: FunnelArgs, @Context() context: GraphContext) {
    const funnel = await this.queries.of(by, { from, to }, context.actor);
    return { ...funnel, rows: funnel.rows.map((row) => ({ ...row, by })) };
  }
}

/** What the key of a row names. */
@Resolver(() => FunnelRowType)
export class FunnelRowResolver {
  constructor(
    private readonly activities: ActivityLoader,
    private readonly campaigns: CampaignLoader,
    private readonly partners: PartnerLoader,
  ) {}

  @ResolveField(() => SalesActivity, { nullable: true })
  activity(@Parent() row: FunnelRowType, @Context() context: GraphContext) {
    return row.by === 'ACTIVITY' && row.key !== null ? this.activities.byId(context, row.key) : null;
  }

  @ResolveField(() => SalesCampaign, { nullable: true })
  campaign(@Parent() row: FunnelRowType, @Context() context: GraphContext) {
    return row.by === 'CAMPAIGN' && row.key !== null ? this.campaigns.byId(context, row.key) : null;
  }

  @ResolveField(() => SalesPartner, { nullable: true })
  partner(@Parent() row: FunnelRowType, @Context() context: GraphContext) {
    return row.by === 'PARTNER' && row.key !== null ? this.partners.byId(context, row.key) : null;
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  salesperson(@Parent() row: FunnelRowType) {
    return row.by === 'SALESPERSON' && row.key !== null ? { id: row.key } : null;
  }
}
