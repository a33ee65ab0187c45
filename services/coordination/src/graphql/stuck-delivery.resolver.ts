import { Args, Context, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { StuckDeliveryQueries } from '../queries/stuck-delivery.queries.js';
import { DiscardDelivery } from '../use-cases/discard-delivery/discard-delivery.use-case.js';
import { RetryDelivery } from '../use-cases/retry-delivery/retry-delivery.use-case.js';
import { StuckDeliveryLoader } from './stuck-delivery.loader.js';
import {
  DiscardDeliveryInput,
  RetryDeliveryInput,
  StuckDeliveriesArgs,
  StuckDeliveryConnection,
  StuckDeliveryType,
} from './stuck-delivery.type.js';

@ObjectType()
export class RetryDeliveryPayload extends MutationPayload {
  @Field(() => StuckDeliveryType, { nullable: true })
  readonly stuckDelivery?: StuckDeliveryType | null;
}

@ObjectType()
export class DiscardDeliveryPayload extends MutationPayload {
  @Field(() => StuckDeliveryType, { nullable: true })
  readonly stuckDelivery?: StuckDeliveryType | null;
}

@Resolver(() => StuckDeliveryType)
export class StuckDeliveryResolver {
  constructor(
    private readonly loader: StuckDeliveryLoader,
    private readonly queries: StuckDeliveryQueries,
    private readonly retryDeliveryCase: RetryDelivery,
    private readonly discardDeliveryCase: DiscardDelivery,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => StuckDeliveryConnection, { description: 'Messages that do not get on, newest first (滞留消息)' })
  @Permit('coordination.read-stuck-delivery')
  stuckDeliveries(@Args() filter: StuckDeliveriesArgs) {
    return this.queries.list(filter);
  }

  @Mutation(() => RetryDeliveryPayload, { description: 'Let a message that was set aside try again (重试滞留消息)' })
  @Permit('coordination.retry-delivery')
  retryDelivery(@Args('input') input: RetryDeliveryInput, @Context() context: GraphContext) {
    return this.done(context, () => this.retryDeliveryCase.execute(context.actor, input));
  }

  @Mutation(() => DiscardDeliveryPayload, {
    description: 'Give up a message that was set aside; at finance a second person decides (放弃滞留消息)',
  })
  @Permit('coordination.discard-delivery')
  discardDelivery(@Args('input') input: DiscardDeliveryInput, @Context() context: GraphContext) {
    return this.done(context, () => this.discardDeliveryCase.execute(context.actor, input));
  }

  private done(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ stuckDelivery: await this.loader.byId(context, await act()) }));
  }
}
