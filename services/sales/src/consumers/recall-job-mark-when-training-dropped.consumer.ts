import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReceiveJobMark } from '../use-cases/team/receive-job-mark.use-case.js';

/** Somebody whose work was to be marked was excused by training. */
@Injectable()
export class RecallJobMarkWhenTrainingDropped extends EventConsumer<'training.job-mark-dropped.v1'> {
  readonly type = 'training.job-mark-dropped.v1';

  constructor(private readonly mark: ReceiveJobMark) {
    super();
  }

  handle({ data }: EventMessage<'training.job-mark-dropped.v1'>, tx: Tx): Promise<void> {
    return this.mark.dropped(data, tx);
  }
}
