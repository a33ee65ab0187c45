import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit, RefusalTexts, UserError } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { DomainError } from '@weilend/kernel';
import type { BatchState } from '../domain/disbursement/batch.machine.js';
import { PaymentBatchQueries } from '../queries/payment-batch.queries.js';
import { DisbursementOrderLoader } from './disbursement.loader.js';
import { DisbursementOrderType } from './disbursement.type.js';
import { mapPage } from './map-page.js';
import { BatchById, ProgressOfBatch } from './payment-batch.loader.js';
import {
  batchView,
  PaymentBatchConnection,
  PaymentBatchLineType,
  PaymentBatchProgressType,
  PaymentBatchStateEnum,
  PaymentBatchType,
} from './payment-batch.type.js';

@Resolver(() => PaymentBatchType)
export class PaymentBatchResolver {
  constructor(
    private readonly byId: BatchById,
    private readonly progress: ProgressOfBatch,
    private readonly batches: PaymentBatchQueries,
  ) {}

  @Query(() => PaymentBatchType, { nullable: true })
  @Permit('finance.read-payment-batch')
  paymentBatch(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.byId.firstOf(context, id);
  }

  @Query(() => PaymentBatchConnection, { description: 'Batches of payments, newest first (付款批次)' })
  @Permit('finance.read-payment-batch')
  async paymentBatches(
    @Args('state', { type: () => PaymentBatchStateEnum, nullable: true }) state: BatchState | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return mapPage(await this.batches.list({ state, first, after }), batchView);
  }

  @ResolveField('progress', () => PaymentBatchProgressType, { nullable: true, description: 'Where its payments are' })
  progressOf(@Parent() batch: PaymentBatchType, @Context() context: GraphContext) {
    return this.progress.firstOf(context, batch.id);
  }
}

@Resolver(() => PaymentBatchLineType)
export class BatchLineResolver {
  constructor(
    private readonly orders: DisbursementOrderLoader,
    private readonly texts: RefusalTexts,
  ) {}

  @ResolveField(() => DisbursementOrderType, { nullable: true })
  @Permit('finance.read-disbursement')
  order(@Parent() line: PaymentBatchLineType, @Context() context: GraphContext) {
    return this.orders.byId(context, line.orderId);
  }

  @ResolveField(() => UserError, { nullable: true, description: 'Why it stayed out when the batch was released' })
  leftOut(@Parent() { refusal }: PaymentBatchLineType, @Context() context: GraphContext) {
    return refusal && this.texts.toUserErrors(new DomainError(refusal.code, refusal.data), context.locale)[0];
  }
}
