import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { EndVisit } from '../../use-cases/care/end-visit.use-case.js';
import { FollowUpActs } from '../../use-cases/care/follow-up.use-case.js';
import { PlanVisit } from '../../use-cases/care/plan-visit.use-case.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { CustomerType } from '../customer/customer.type.js';
import {
  CancelFollowUpInput,
  CancelVisitInput,
  CompleteFollowUpInput,
  OpenFollowUpInput,
  PlanVisitInput,
  RecordVisitNotHeldInput,
} from './visit.input.js';
import { FollowUpLoader } from './visit.loader.js';
import { FollowUpType } from './visit.type.js';

@ObjectType()
export class PlanVisitPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true })
  readonly customer?: CustomerType | null;
}

@ObjectType()
export class RecordVisitNotHeldPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true })
  readonly customer?: CustomerType | null;
}

@ObjectType()
export class CancelVisitPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true })
  readonly customer?: CustomerType | null;
}

@ObjectType()
export class OpenFollowUpPayload extends MutationPayload {
  @Field(() => FollowUpType, { nullable: true })
  readonly followUp?: FollowUpType | null;
}

@ObjectType()
export class CompleteFollowUpPayload extends MutationPayload {
  @Field(() => FollowUpType, { nullable: true, description: 'The next one, when something is still owed' })
  readonly followUp?: FollowUpType | null;
}

@ObjectType()
export class CancelFollowUpPayload extends MutationPayload {
  @Field(() => FollowUpType, { nullable: true })
  readonly followUp?: FollowUpType | null;
}

/** What is done with the visit that comes next. */
@Resolver()
export class VisitActsResolver {
  constructor(
    private readonly customerLoader: CustomerLoader,
    private readonly planVisitCase: PlanVisit,
    private readonly endVisitCase: EndVisit,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => PlanVisitPayload, { description: "Sets the day of a customer's next visit (安排回访)" })
  @Permit('sales.plan-visit')
  planVisit(@Args('input') input: PlanVisitInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      customer: await this.customerLoader.byId(context, await this.planVisitCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RecordVisitNotHeldPayload, { description: 'A planned visit was not held: why, and when again (登记未成功回访)' })
  @Permit('sales.record-visit-not-held')
  recordVisitNotHeld(@Args('input') input: RecordVisitNotHeldInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      customer: await this.customerLoader.byId(context, await this.endVisitCase.notHeld(context.actor, input)),
    }));
  }

  @Mutation(() => CancelVisitPayload, { description: 'Nobody needs the planned visit; the next one comes by the grade (取消回访)' })
  @Permit('sales.cancel-visit')
  cancelVisit(@Args('input') input: CancelVisitInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      customer: await this.customerLoader.byId(context, await this.endVisitCase.cancel(context.actor, input)),
    }));
  }
}

/** What is done with follow-ups. */
@Resolver()
export class FollowUpActsResolver {
  constructor(
    private readonly followUps: FollowUpLoader,
    private readonly acts: FollowUpActs,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => OpenFollowUpPayload, { description: 'Opens a follow-up with owner and day (新增跟进事项)' })
  @Permit('sales.open-follow-up')
  openFollowUp(@Args('input') input: OpenFollowUpInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      followUp: await this.followUps.byId(context, await this.acts.open(context.actor, input)),
    }));
  }

  @Mutation(() => CompleteFollowUpPayload, { description: 'A follow-up is done; what is still owed follows it (完成跟进)' })
  @Permit('sales.complete-follow-up')
  completeFollowUp(@Args('input') input: CompleteFollowUpInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      followUp: await this.followUps.byId(context, await this.acts.complete(context.actor, input)),
    }));
  }

  @Mutation(() => CancelFollowUpPayload, { description: 'Nobody needs a follow-up any more (取消跟进)' })
  @Permit('sales.cancel-follow-up')
  cancelFollowUp(@Args('input') input: CancelFollowUpInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      followUp: await this.followUps.byId(context, await this.acts.cancel(context.actor, input)),
    }));
  }
}
