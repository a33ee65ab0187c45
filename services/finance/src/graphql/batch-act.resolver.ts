import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { DissolvePaymentBatch } from '../use-cases/dissolve-payment-batch/dissolve-payment-batch.use-case.js';
import { ExportPaymentBatch } from '../use-cases/export-payment-batch/export-payment-batch.use-case.js';
import { OpenPaymentBatch } from '../use-cases/open-payment-batch/open-payment-batch.use-case.js';
import { ReleasePaymentBatch } from '../use-cases/release-payment-batch/release-payment-batch.use-case.js';
import { BatchById } from './payment-batch.loader.js';
import {
  DissolvePaymentBatchInput,
  DissolvePaymentBatchPayload,
  ExportPaymentBatchInput,
  ExportPaymentBatchPayload,
  OpenPaymentBatchInput,
  OpenPaymentBatchPayload,
  PaymentBatchType,
  ReleasePaymentBatchInput,
  ReleasePaymentBatchPayload,
} from './payment-batch.type.js';

/** What is done with a batch of payments. */
@Resolver(() => PaymentBatchType)
export class BatchActResolver {
  constructor(
    private readonly batches: BatchById,
    private readonly open: OpenPaymentBatch,
    private readonly release: ReleasePaymentBatch,
    private readonly dissolve: DissolvePaymentBatch,
    private readonly toFile: ExportPaymentBatch,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => OpenPaymentBatchPayload, { description: 'Put made orders together, to be released at once (建立付款批次)' })
  @Permit('finance.open-payment-batch')
  openPaymentBatch(@Args('input') input: OpenPaymentBatchInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.open.execute(context.actor, input));
  }

  @Mutation(() => ReleasePaymentBatchPayload, { description: 'Release a batch against its number and sum (按控制总数放行批次)' })
  @Permit('finance.release-payment-batch')
  releasePaymentBatch(@Args('input') { total, ...input }: ReleasePaymentBatchInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.release.execute(context.actor, { ...input, totalFen: total }));
  }

  @Mutation(() => DissolvePaymentBatchPayload, { description: 'Take a batch apart that was not released (解散付款批次)' })
  @Permit('finance.dissolve-payment-batch')
  dissolvePaymentBatch(@Args('input') input: DissolvePaymentBatchInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.dissolve.execute(context.actor, input));
  }

  @Mutation(() => ExportPaymentBatchPayload, {
    description: 'A file of what a batch released, with whole account numbers; written down (导出付款清单)',
  })
  @Permit('finance.export-payment-batch')
  exportPaymentBatch(@Args('input') input: ExportPaymentBatchInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => {
      const { batchId, ...file } = await this.toFile.execute(context.actor, input);
      return { file, paymentBatch: await this.batches.firstOf(context, batchId) };
    });
  }

  private answered(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ paymentBatch: await this.batches.firstOf(context, await act()) }));
  }
}
