import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CancelActivity } from '../../use-cases/acquisition/cancel-activity.use-case.js';
import { CorrectActivityCost } from '../../use-cases/acquisition/correct-activity-cost.use-case.js';
import { HoldActivity } from '../../use-cases/acquisition/hold-activity.use-case.js';
import { RenewPartner } from '../../use-cases/acquisition/renew-partner.use-case.js';
import { AddPartner } from '../../use-cases/enquiry/add-partner.use-case.js';
import { CreateActivity } from '../../use-cases/enquiry/create-activity.use-case.js';
import { EndPartner } from '../../use-cases/enquiry/end-partner.use-case.js';
import { ActivityLoader, PartnerLoader } from './acquisition.loader.js';
import {
  AddPartnerInput,
  CancelActivityInput,
  CorrectActivityCostInput,
  CreateActivityInput,
  EndPartnerInput,
  HoldActivityInput,
  RenewPartnerInput,
} from './source.input.js';
import { SalesActivity, SalesPartner } from './source.type.js';

@ObjectType()
export class CreateActivityPayload extends MutationPayload {
  @Field(() => SalesActivity, { nullable: true })
  readonly activity?: SalesActivity | null;
}

@ObjectType()
export class HoldActivityPayload extends MutationPayload {
  @Field(() => SalesActivity, { nullable: true })
  readonly activity?: SalesActivity | null;
}

@ObjectType()
export class CancelActivityPayload extends MutationPayload {
  @Field(() => SalesActivity, { nullable: true })
  readonly activity?: SalesActivity | null;
}

@ObjectType()
export class CorrectActivityCostPayload extends MutationPayload {
  @Field(() => SalesActivity, { nullable: true })
  readonly activity?: SalesActivity | null;
}

@ObjectType()
export class AddPartnerPayload extends MutationPayload {
  @Field(() => SalesPartner, { nullable: true })
  readonly partner?: SalesPartner | null;
}

@ObjectType()
export class RenewPartnerPayload extends MutationPayload {
  @Field(() => SalesPartner, { nullable: true })
  readonly partner?: SalesPartner | null;
}

@ObjectType()
export class EndPartnerPayload extends MutationPayload {
  @Field(() => SalesPartner, { nullable: true })
  readonly partner?: SalesPartner | null;
}

/** What is done with activities. */
@Resolver()
export class ActivityActsResolver {
  constructor(
    private readonly activityLoader: ActivityLoader,
    private readonly createActivityCase: CreateActivity,
    private readonly holdActivityCase: HoldActivity,
    private readonly cancelActivityCase: CancelActivity,
    private readonly correctActivityCostCase: CorrectActivityCost,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => CreateActivityPayload, { description: 'Plans an activity with its cost (登记推广活动)' })
  @Permit('sales.create-activity')
  createActivity(@Args('input') input: CreateActivityInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      activity: await this.activityLoader.byId(context, await this.createActivityCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => HoldActivityPayload, { description: 'Records that it was held, with its cost and result (登记活动结果)' })
  @Permit('sales.hold-activity')
  holdActivity(@Args('input') input: HoldActivityInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      activity: await this.activityLoader.byId(context, await this.holdActivityCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => CancelActivityPayload, { description: 'Calls an activity off (取消活动)' })
  @Permit('sales.cancel-activity')
  cancelActivity(@Args('input') input: CancelActivityInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      activity: await this.activityLoader.byId(context, await this.cancelActivityCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => CorrectActivityCostPayload, { description: 'Puts the cost right; the old one stays readable (更正活动费用)' })
  @Permit('sales.correct-activity-cost')
  correctActivityCost(@Args('input') input: CorrectActivityCostInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      activity: await this.activityLoader.byId(context, await this.correctActivityCostCase.execute(context.actor, input)),
    }));
  }
}

/** What is done with partners. */
@Resolver()
export class PartnerActsResolver {
  constructor(
    private readonly partnerLoader: PartnerLoader,
    private readonly addPartnerCase: AddPartner,
    private readonly renewPartnerCase: RenewPartner,
    private readonly endPartnerCase: EndPartner,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => AddPartnerPayload, { description: 'Puts a partner on the active list (登记合作机构)' })
  @Permit('sales.add-partner')
  addPartner(@Args('input') input: AddPartnerInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      partner: await this.partnerLoader.byId(context, await this.addPartnerCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RenewPartnerPayload, { description: 'Puts the next agreement under a partner (续签合作协议)' })
  @Permit('sales.renew-partner')
  renewPartner(@Args('input') input: RenewPartnerInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      partner: await this.partnerLoader.byId(context, await this.renewPartnerCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => EndPartnerPayload, { description: 'Takes a partner off the active list (终止合作)' })
  @Permit('sales.end-partner')
  endPartner(@Args('input') input: EndPartnerInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      partner: await this.partnerLoader.byId(context, await this.endPartnerCase.execute(context.actor, input)),
    }));
  }
}
