import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CreateSalesPlan } from '../../use-cases/team/create-sales-plan.use-case.js';
import { ChangeSalesPlan } from '../../use-cases/team/change-sales-plan.use-case.js';
import { PublishSalesPlan } from '../../use-cases/team/publish-sales-plan.use-case.js';
import { ChangeSalesPlanInput, CreateSalesPlanInput, PublishSalesPlanInput } from './plan.input.js';
import { SalesPlanLoader } from './team.loader.js';
import { SalesPlanType } from './plan.type.js';

@ObjectType()
export class CreateSalesPlanPayload extends MutationPayload {
  @Field(() => SalesPlanType, { nullable: true })
  readonly salesPlan?: SalesPlanType | null;
}

@ObjectType()
export class ChangeSalesPlanPayload extends MutationPayload {
  @Field(() => SalesPlanType, { nullable: true })
  readonly salesPlan?: SalesPlanType | null;
}

@ObjectType()
export class PublishSalesPlanPayload extends MutationPayload {
  @Field(() => SalesPlanType, { nullable: true })
  readonly salesPlan?: SalesPlanType | null;
}

/** What the manager does with sales plans. */
@Resolver()
export class PlanActsResolver {
  constructor(
    private readonly loader: SalesPlanLoader,
    private readonly createSalesPlanCase: CreateSalesPlan,
    private readonly changeSalesPlanCase: ChangeSalesPlan,
    private readonly publishSalesPlanCase: PublishSalesPlan,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => CreateSalesPlanPayload, { description: 'Drafts the sales plan of a quarter (制定销售计划)' })
  @Permit('sales.create-sales-plan')
  createSalesPlan(@Args('input') input: CreateSalesPlanInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      salesPlan: await this.loader.byId(context, await this.createSalesPlanCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ChangeSalesPlanPayload, { description: 'Rewrites a draft, or revises a published plan with a reason (调整销售计划)' })
  @Permit('sales.change-sales-plan')
  changeSalesPlan(@Args('input') input: ChangeSalesPlanInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      salesPlan: await this.loader.byId(context, await this.changeSalesPlanCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => PublishSalesPlanPayload, {
    description: 'Publishes a plan whose personal targets secure the department target (发布销售计划)',
  })
  @Permit('sales.publish-sales-plan')
  publishSalesPlan(@Args('input') input: PublishSalesPlanInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      salesPlan: await this.loader.byId(context, await this.publishSalesPlanCase.execute(context.actor, input)),
    }));
  }
}
