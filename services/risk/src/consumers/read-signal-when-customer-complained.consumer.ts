import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReadSignals } from '../use-cases/early-warning/read-signals.js';

/** A customer has complained. */
@Injectable()
export class ReadSignalWhenCustomerComplained extends EventConsumer<'sales.feedback-opened.v1'> {
  readonly type = 'sales.feedback-opened.v1';

  constructor(private readonly signals: ReadSignals) {
    super();
  }

  handle(message: EventMessage<'sales.feedback-opened.v1'>, tx: Tx): Promise<void> {
    return this.signals.feedback(message, tx);
  }
}
