import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReadSignals } from '../use-cases/early-warning/read-signals.js';

/** An inspection after the payout has its verdict. */
@Injectable()
export class ReadSignalWhenInspected extends EventConsumer<'sales.inspection-recorded.v1'> {
  readonly type = 'sales.inspection-recorded.v1';

  constructor(private readonly signals: ReadSignals) {
    super();
  }

  handle(message: EventMessage<'sales.inspection-recorded.v1'>, tx: Tx): Promise<void> {
    return this.signals.inspection(message, tx);
  }
}
