import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { WatchLoan } from '../use-cases/watch/watch-loan.use-case.js';

/** The class of a loan fell below normal. */
@Injectable()
export class WatchWhenLoanClassChanged extends EventConsumer<'finance.loan-status-changed.v1'> {
  readonly type = 'finance.loan-status-changed.v1';

  constructor(private readonly watch: WatchLoan) {
    super();
  }

  handle(message: EventMessage<'finance.loan-status-changed.v1'>, tx: Tx): Promise<void> {
    return this.watch.classChanged(message.data, tx);
  }
}
