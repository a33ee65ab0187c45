import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReceiveContractReview } from '../use-cases/review-contract/receive-contract-review.use-case.js';

/** Sales drafted a contract that is large or not the template’s text. */
@Injectable()
export class ReceiveReviewWhenDrafted extends HandoffConsumer<'review-contract'> {
  readonly type = 'handoff.review-contract.v1';

  constructor(private readonly reviews: ReceiveContractReview) {
    super();
  }

  handle(message: HandoffMessage<'review-contract'>, tx: Tx): Promise<void> {
    return this.reviews.apply(message, tx);
  }
}
