import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteMeasureOutcome } from '../use-cases/alert/note-measure-outcome.use-case.js';

/** A measure of sales fell away. */
@Injectable()
export class NoteMeasureWhenSalesRecalled extends EventConsumer<'sales.handoff-recalled.v1'> {
  readonly type = 'sales.handoff-recalled.v1';

  constructor(private readonly outcome: NoteMeasureOutcome) {
    super();
  }

  handle(message: EventMessage<'sales.handoff-recalled.v1'>, tx: Tx): Promise<void> {
    return this.outcome.recalled(message.data, tx);
  }
}
