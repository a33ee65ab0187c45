import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { WatchLoan } from '../use-cases/watch/watch-loan.use-case.js';

/** A loan that was rated HIGH is paid out. */
@Injectable()
export class WatchWhenLoanDisbursed extends EventConsumer<'finance.loan-disbursed.v1'> {
  readonly type = 'finance.loan-disbursed.v1';

  constructor(private readonly watch: WatchLoan) {
    super();
  }

  handle(message: EventMessage<'finance.loan-disbursed.v1'>, tx: Tx): Promise<void> {
    return this.watch.disbursed(message.data, tx);
  }
}
