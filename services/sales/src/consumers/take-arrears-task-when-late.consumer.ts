import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { TakeArrearsTask } from '../use-cases/after-loan/take-arrears-task.use-case.js';

/** Finance asks that a late customer is spoken with. */
@Injectable()
export class TakeArrearsTaskWhenLate extends HandoffConsumer<'work-arrears'> {
  readonly type = 'handoff.work-arrears.v1';

  constructor(private readonly tasks: TakeArrearsTask) {
    super();
  }

  handle(message: HandoffMessage<'work-arrears'>, tx: Tx): Promise<void> {
    return this.tasks.apply(message, tx);
  }
}
