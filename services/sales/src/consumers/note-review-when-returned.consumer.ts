import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteContractReview } from '../use-cases/contract/note-contract-review.use-case.js';

/** Compliance wants a contract changed. */
@Injectable()
export class NoteReviewWhenReturned extends EventConsumer<'compliance.handoff-returned.v1'> {
  readonly type = 'compliance.handoff-returned.v1';

  constructor(private readonly review: NoteContractReview) {
    super();
  }

  handle({ subject, data }: EventMessage<'compliance.handoff-returned.v1'>, tx: Tx): Promise<void> {
    return this.review.returned(subject, data, tx);
  }
}
