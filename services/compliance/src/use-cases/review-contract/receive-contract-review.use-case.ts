import { Injectable } from '@nestjs/common';
import { BusinessClock, newId } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { dropReview, openContractReview } from '../../domain/contract-review/contract-review.js';
import { ContractReviews } from '../../persistence/contract-review.repository.js';

/** Sales asks for the review of a contract, and says when its draft counts no more [2.12]. */
@Injectable()
export class ReceiveContractReview {
  constructor(
    private readonly reviews: ContractReviews,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  /** One draft at a time: what was open on an earlier one falls away. */
  async apply({ data, handoffId, time }: HandoffMessage<'review-contract'>, tx: Tx): Promise<void> {
    const { participants, dueAt, ...contract } = data;
    await this.drop(data.applicationId, { contractId: null, reason: 'another draft replaced it' }, tx);
    const opened = { id: newId('crv'), handoffId, openedAt: new Date(time), dueAt: new Date(dueAt) };
    await this.reviews.insert(openContractReview({ ...contract, ...opened }, participants), tx);
  }

  /** Of one contract, or of all of the application when none is named. */
  async drop(applicationId: string, { contractId, reason }: { contractId: string | null; reason: string }, tx: Tx): Promise<void> {
    const open = await this.reviews.openOf(applicationId, tx);
    for (const review of open.filter((one) => contractId === null || one.contractId === contractId)) {
      await this.reviews.save(dropReview(review, reason, this.clock.now()), tx);
      if (await this.handoffs.isOpen(review.handoffId, tx)) await this.handoffs.recall(review.handoffId, reason, tx);
    }
  }
}
