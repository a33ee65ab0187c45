import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteContractReview } from '../use-cases/contract/note-contract-review.use-case.js';

/** Compliance has reviewed a contract. */
@Injectable()
export class NoteReviewWhenDone extends EventConsumer<'compliance.handoff-completed.v1'> {
  readonly type = 'compliance.handoff-completed.v1';

  constructor(private readonly review: NoteContractReview) {
    super();
  }

  handle({ subject, data }: EventMessage<'compliance.handoff-completed.v1'>, tx: Tx): Promise<void> {
    return this.review.reviewed(subject, data, tx);
  }
}
