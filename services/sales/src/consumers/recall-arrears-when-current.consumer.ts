import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RecallArrearsTasks } from '../use-cases/after-loan/recall-arrears-tasks.use-case.js';

/** A day end found a loan that is not late any more. */
@Injectable()
export class RecallArrearsWhenCurrent extends EventConsumer<'finance.loan-status-changed.v1'> {
  readonly type = 'finance.loan-status-changed.v1';

  constructor(private readonly tasks: RecallArrearsTasks) {
    super();
  }

  handle(message: EventMessage<'finance.loan-status-changed.v1'>, tx: Tx): Promise<void> {
    return this.tasks.statusChanged(message, tx);
  }
}
