import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteMeasureOutcome } from '../use-cases/alert/note-measure-outcome.use-case.js';

/** Sales cannot get more security and says why. */
@Injectable()
export class NoteMeasureWhenSalesReturned extends EventConsumer<'sales.handoff-returned.v1'> {
  readonly type = 'sales.handoff-returned.v1';

  constructor(private readonly outcome: NoteMeasureOutcome) {
    super();
  }

  handle(message: EventMessage<'sales.handoff-returned.v1'>, tx: Tx): Promise<void> {
    return this.outcome.returned(message.data, tx);
  }
}
