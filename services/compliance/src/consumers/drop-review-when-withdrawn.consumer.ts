import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReceiveContractReview } from '../use-cases/review-contract/receive-contract-review.use-case.js';

/** The customer took his application back: nobody signs its contract. */
@Injectable()
export class DropReviewWhenWithdrawn extends EventConsumer<'sales.application-withdrawn.v1'> {
  readonly type = 'sales.application-withdrawn.v1';

  constructor(private readonly reviews: ReceiveContractReview) {
    super();
  }

  handle({ data }: EventMessage<'sales.application-withdrawn.v1'>, tx: Tx): Promise<void> {
    return this.reviews.drop(data.applicationId, { contractId: null, reason: 'the customer withdrew' }, tx);
  }
}
