import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReadSignals } from '../use-cases/early-warning/read-signals.js';

/** A loan became late, later or worse. */
@Injectable()
export class ReadSignalWhenLoanStatusChanged extends EventConsumer<'finance.loan-status-changed.v1'> {
  readonly type = 'finance.loan-status-changed.v1';

  constructor(private readonly signals: ReadSignals) {
    super();
  }

  handle(message: EventMessage<'finance.loan-status-changed.v1'>, tx: Tx): Promise<void> {
    return this.signals.loanStatus(message, tx);
  }
}
