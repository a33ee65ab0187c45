import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReadSignals } from '../use-cases/early-warning/read-signals.js';

/** The business of a borrower goes better or worse. */
@Injectable()
export class ReadSignalWhenBusinessChanged extends EventConsumer<'sales.business-change-recorded.v1'> {
  readonly type = 'sales.business-change-recorded.v1';

  constructor(private readonly signals: ReadSignals) {
    super();
  }

  handle(message: EventMessage<'sales.business-change-recorded.v1'>, tx: Tx): Promise<void> {
    return this.signals.businessChange(message, tx);
  }
}
