import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { FollowWaitingWork } from '../use-cases/pause-handoff/follow-waiting-work.use-case.js';

@Injectable()
export class PauseWorkWhenRiskWaits extends EventConsumer<'risk.handoff-paused.v1'> {
  readonly type = 'risk.handoff-paused.v1';

  constructor(private readonly waiting: FollowWaitingWork) {
    super();
  }

  handle(message: EventMessage<'risk.handoff-paused.v1'>, tx: Tx): Promise<void> {
    return this.waiting.paused(message, tx);
  }
}
