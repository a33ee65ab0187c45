import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RecallArrearsTasks } from '../use-cases/after-loan/recall-arrears-tasks.use-case.js';

/** The payment of a loan was taken back: nothing of it is owed. */
@Injectable()
export class RecallArrearsWhenReversed extends EventConsumer<'finance.disbursement-reversed.v1'> {
  readonly type = 'finance.disbursement-reversed.v1';

  constructor(private readonly tasks: RecallArrearsTasks) {
    super();
  }

  handle(message: EventMessage<'finance.disbursement-reversed.v1'>, tx: Tx): Promise<void> {
    return this.tasks.reversed(message, tx);
  }
}
