import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { OpenTrainingRequest } from '../use-cases/session/open-training-request.use-case.js';

/** Hr wants somebody trained. */
@Injectable()
export class OpenTrainingRequestWhenHandedOver extends HandoffConsumer<'plan-training'> {
  readonly type = 'handoff.plan-training.v1';

  constructor(private readonly open: OpenTrainingRequest) {
    super();
  }

  handle(message: HandoffMessage<'plan-training'>, tx: Tx): Promise<void> {
    return this.open.receive(message, tx);
  }
}
