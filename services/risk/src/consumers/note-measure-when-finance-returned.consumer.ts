import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteMeasureOutcome } from '../use-cases/alert/note-measure-outcome.use-case.js';

/** Finance cannot carry out a measure and says why. */
@Injectable()
export class NoteMeasureWhenFinanceReturned extends EventConsumer<'finance.handoff-returned.v1'> {
  readonly type = 'finance.handoff-returned.v1';

  constructor(private readonly outcome: NoteMeasureOutcome) {
    super();
  }

  handle(message: EventMessage<'finance.handoff-returned.v1'>, tx: Tx): Promise<void> {
    return this.outcome.returned(message.data, tx);
  }
}
