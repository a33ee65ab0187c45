import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { AddPartner } from '../../use-cases/enquiry/add-partner.use-case.js';
import { CreateActivity } from '../../use-cases/enquiry/create-activity.use-case.js';
import { EndPartner } from '../../use-cases/enquiry/end-partner.use-case.js';
import { AddPartnerInput, CreateActivityInput, EndPartnerInput } from './enquiry.input.js';
import { SalesActivity, SalesPartner } from './enquiry.type.js';
import { ActivityLoader, PartnerLoader } from './enquiry.loader.js';

@ObjectType()
export class CreateActivityPayload extends MutationPayload {
  @Field(() => SalesActivity, { nullable: true })
  readonly activity?: SalesActivity | null;
}

@ObjectType()
export class AddPartnerPayload extends MutationPayload {
  @Field(() => SalesPartner, { nullable: true })
  readonly partner?: SalesPartner | null;
}

@ObjectType()
export class EndPartnerPayload extends MutationPayload {
  @Field(() => SalesPartner, { nullable: true })
  readonly partner?: SalesPartner | null;
}

/** Where leads may come from. */
@Resolver()
export class SourceResolver {
  constructor(
    private readonly activityLoader: ActivityLoader,
    private readonly partnerLoader: PartnerLoader,
    private readonly createActivityCase: CreateActivity,
    private readonly addPartnerCase: AddPartner,
    private readonly endPartnerCase: EndPartner,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => CreateActivityPayload, { description: 'Registers an offline activity (登记线下活动)' })
  @Permit('sales.create-activity')
  createActivity(@Args('input') input: CreateActivityInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      activity: await this.activityLoader.byId(context, await this.createActivityCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => AddPartnerPayload, { description: 'Puts a partner on the active list (登记合作机构)' })
  @Permit('sales.add-partner')
  addPartner(@Args('input') input: AddPartnerInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      partner: await this.partnerLoader.byId(context, await this.addPartnerCase.execute(context.actor, input)),
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
