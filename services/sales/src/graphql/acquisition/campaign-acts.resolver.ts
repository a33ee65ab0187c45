import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { SourceQueries } from '../../queries/acquisition/source.queries.js';
import { AmendCampaign } from '../../use-cases/acquisition/amend-campaign.use-case.js';
import { CloseCampaign } from '../../use-cases/acquisition/close-campaign.use-case.js';
import { CreateCampaign } from '../../use-cases/acquisition/create-campaign.use-case.js';
import { SetSalesArea } from '../../use-cases/acquisition/set-sales-area.use-case.js';
import { CampaignLoader } from './acquisition.loader.js';
import { AmendCampaignInput, CloseCampaignInput, CreateCampaignInput, SetSalesAreaInput } from './source.input.js';
import { SalesAreaType, SalesCampaign } from './source.type.js';

@ObjectType()
export class CreateCampaignPayload extends MutationPayload {
  @Field(() => SalesCampaign, { nullable: true })
  readonly campaign?: SalesCampaign | null;
}

@ObjectType()
export class AmendCampaignPayload extends MutationPayload {
  @Field(() => SalesCampaign, { nullable: true })
  readonly campaign?: SalesCampaign | null;
}

@ObjectType()
export class CloseCampaignPayload extends MutationPayload {
  @Field(() => SalesCampaign, { nullable: true })
  readonly campaign?: SalesCampaign | null;
}

@ObjectType()
export class SetSalesAreaPayload extends MutationPayload {
  @Field(() => [SalesAreaType], { nullable: true, description: 'All districts' })
  readonly areas?: readonly SalesAreaType[] | null;
}

/** What is done with campaigns. */
@Resolver()
export class CampaignActsResolver {
  constructor(
    private readonly campaignLoader: CampaignLoader,
    private readonly createCampaignCase: CreateCampaign,
    private readonly amendCampaignCase: AmendCampaign,
    private readonly closeCampaignCase: CloseCampaign,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => CreateCampaignPayload, { description: 'Plans a campaign (登记营销活动计划)' })
  @Permit('sales.create-campaign')
  createCampaign(@Args('input') input: CreateCampaignInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      campaign: await this.campaignLoader.byId(context, await this.createCampaignCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => AmendCampaignPayload, { description: 'Plans a campaign anew, with the reason (调整营销活动计划)' })
  @Permit('sales.amend-campaign')
  amendCampaign(@Args('input') input: AmendCampaignInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      campaign: await this.campaignLoader.byId(context, await this.amendCampaignCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => CloseCampaignPayload, { description: 'Ends a campaign with what it came to (结束营销活动计划)' })
  @Permit('sales.close-campaign')
  closeCampaign(@Args('input') input: CloseCampaignInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      campaign: await this.campaignLoader.byId(context, await this.closeCampaignCase.execute(context.actor, input)),
    }));
  }
}

/** Who covers a district. */
@Resolver()
export class AreaActsResolver {
  constructor(
    private readonly queries: SourceQueries,
    private readonly setSalesAreaCase: SetSalesArea,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => SetSalesAreaPayload, { description: 'Keeps who covers a district (设置销售片区)' })
  @Permit('sales.set-sales-area')
  setSalesArea(@Args('input') input: SetSalesAreaInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => {
      await this.setSalesAreaCase.execute(context.actor, input);
      return { areas: await this.queries.areas() };
    });
  }
}
