import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { passReview, returnReview } from '../../domain/contract-review/contract-review.js';
import { ContractReviews } from '../../persistence/contract-review.repository.js';

export interface ReviewContractRequest {
  readonly requestKey?: string | null;
  readonly reviewId: string;
  readonly note?: string | null;
}

export interface ReturnContractReviewRequest {
  readonly requestKey?: string | null;
  readonly reviewId: string;
  readonly reason: string;
}

/** Compliance passes a contract, or sends it back with what has to be changed; sales hears it with the end of its handoff [2.12]. */
@Injectable()
export class ReviewContract {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reviews: ContractReviews,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws ILLEGAL_TRANSITION, CONTRACT_REVIEW_OWN_WORK or a text refusal. */
  execute(actor: Actor, input: ReviewContractRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'review-contract', actor, input }, async (tx) => {
      const review = await this.reviews.get(input.reviewId, tx);
      await this.reviews.save(passReview(review, input.note ?? null, { by, at: this.clock.now() }), tx);
      const { contractId, contractHash } = review;
      await this.handoffs.complete(review.handoffId, { contractId, contractHash, reviewedBy: by }, tx);
      return review.id;
    });
  }

  /** Throws ILLEGAL_TRANSITION, CONTRACT_REVIEW_OWN_WORK or a text refusal. */
  sendBack(actor: Actor, input: ReturnContractReviewRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'return-contract-review', actor, input }, async (tx) => {
      const returned = returnReview(await this.reviews.get(input.reviewId, tx), input.reason, { by, at: this.clock.now() });
      await this.reviews.save(returned, tx);
      const refusal = { code: 'CONTRACT_TO_BE_CHANGED', reasons: [returned.words ?? ''] };
      await this.handoffs.returnToSender(returned.handoffId, refusal, tx);
      return returned.id;
    });
  }
}
