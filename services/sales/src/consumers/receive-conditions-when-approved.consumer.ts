import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReceiveWork } from '../use-cases/application/receive-work.use-case.js';

/** Approval hands over the conditions of a conditional approval. */
@Injectable()
export class ReceiveConditionsWhenApproved extends HandoffConsumer<'fulfil-conditions'> {
  readonly type = 'handoff.fulfil-conditions.v1';

  constructor(private readonly work: ReceiveWork) {
    super();
  }

  handle(message: HandoffMessage<'fulfil-conditions'>, tx: Tx): Promise<void> {
    return this.work.fulfilConditions(message, tx);
  }
}
