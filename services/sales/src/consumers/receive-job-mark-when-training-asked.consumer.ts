import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReceiveJobMark } from '../use-cases/team/receive-job-mark.use-case.js';

/** Training asks a superior how somebody works since a training. */
@Injectable()
export class ReceiveJobMarkWhenTrainingAsked extends HandoffConsumer<'mark-on-the-job'> {
  readonly type = 'handoff.mark-on-the-job.v1';

  constructor(private readonly mark: ReceiveJobMark) {
    super();
  }

  handle(message: HandoffMessage<'mark-on-the-job'>, tx: Tx): Promise<void> {
    return this.mark.receive(message, tx);
  }
}
