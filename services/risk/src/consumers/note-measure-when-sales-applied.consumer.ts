import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteMeasureOutcome } from '../use-cases/alert/note-measure-outcome.use-case.js';

/** Sales has got the security that a measure asks for. */
@Injectable()
export class NoteMeasureWhenSalesApplied extends EventConsumer<'sales.handoff-completed.v1'> {
  readonly type = 'sales.handoff-completed.v1';

  constructor(private readonly outcome: NoteMeasureOutcome) {
    super();
  }

  handle(message: EventMessage<'sales.handoff-completed.v1'>, tx: Tx): Promise<void> {
    return this.outcome.completed(message.data, tx);
  }
}
