import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import { answeredReview } from '../../domain/contract/contract-review.js';
import { Contracts } from '../../persistence/contract/contract.repository.js';

const WORK = 'review-contract';
type Answer = Parameters<typeof answeredReview>[2];

/** What compliance said of a contract that it had to review: a fact beside the draft, once, and only of the draft that was asked about [2.12]. */
@Injectable()
export class NoteContractReview {
  constructor(private readonly contracts: Contracts) {}

  async reviewed(
    applicationId: string,
    { handoff, handoffId, result, at }: EventData<'compliance.handoff-completed.v1'>,
    tx: Tx,
  ): Promise<void> {
    const reviewedBy = String(result['reviewedBy'] ?? '') || null;
    if (handoff === WORK) await this.note(applicationId, handoffId, { returnReasons: [], reviewedBy, at: new Date(at) }, tx);
  }

  async returned(
    applicationId: string,
    { handoff, handoffId, code, reasons, at }: EventData<'compliance.handoff-returned.v1'>,
    tx: Tx,
  ): Promise<void> {
    const returnReasons = reasons.length > 0 ? reasons : [code];
    if (handoff === WORK) await this.note(applicationId, handoffId, { returnReasons, reviewedBy: null, at: new Date(at) }, tx);
  }

  private async note(applicationId: string, handoffId: string, answer: Answer, tx: Tx): Promise<void> {
    const drafts = await this.contracts.ofApplication(applicationId, tx);
    const contract = drafts.find(({ review }) => review?.handoffId === handoffId);
    if (!contract) return;
    const review = answeredReview(contract.review, handoffId, answer);
    if (review !== contract.review) await this.contracts.save({ ...contract, review }, tx);
  }
}
