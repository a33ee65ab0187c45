import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReceiveContractReview } from '../use-cases/review-contract/receive-contract-review.use-case.js';

/** The draft that was to be reviewed counts no more. */
@Injectable()
export class DropReviewWhenDraftEnded extends EventConsumer<'sales.contract-review-dropped.v1'> {
  readonly type = 'sales.contract-review-dropped.v1';

  constructor(private readonly reviews: ReceiveContractReview) {
    super();
  }

  handle({ data }: EventMessage<'sales.contract-review-dropped.v1'>, tx: Tx): Promise<void> {
    return this.reviews.drop(data.applicationId, data, tx);
  }
}
