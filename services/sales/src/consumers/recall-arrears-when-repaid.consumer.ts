import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RecallArrearsTasks } from '../use-cases/after-loan/recall-arrears-tasks.use-case.js';

/** Money came in: perhaps nothing is late any more. */
@Injectable()
export class RecallArrearsWhenRepaid extends EventConsumer<'finance.repayment-recorded.v1'> {
  readonly type = 'finance.repayment-recorded.v1';

  constructor(private readonly tasks: RecallArrearsTasks) {
    super();
  }

  handle(message: EventMessage<'finance.repayment-recorded.v1'>, tx: Tx): Promise<void> {
    return this.tasks.repaid(message, tx);
  }
}
