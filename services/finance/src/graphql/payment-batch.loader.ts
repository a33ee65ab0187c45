import { Injectable } from '@nestjs/common';
import { ListLoader } from '@weilend/graphql';
import { PaymentBatchQueries } from '../queries/payment-batch.queries.js';
import { batchView, progressView } from './payment-batch.type.js';
import type { PaymentBatchProgressType, PaymentBatchType } from './payment-batch.type.js';

@Injectable()
export class BatchById extends ListLoader<PaymentBatchType> {
  constructor(private readonly batches: PaymentBatchQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, PaymentBatchType])[]> {
    return (await this.batches.byIds(ids)).map((batch) => [batch.id, batchView(batch)] as const);
  }
}

@Injectable()
export class ProgressOfBatch extends ListLoader<PaymentBatchProgressType> {
  constructor(private readonly batches: PaymentBatchQueries) {
    super();
  }

  protected async load(batchIds: readonly string[]): Promise<readonly (readonly [string, PaymentBatchProgressType])[]> {
    return (await this.batches.progressOf(batchIds)).map((progress) => [progress.batchId, progressView(progress)] as const);
  }
}
