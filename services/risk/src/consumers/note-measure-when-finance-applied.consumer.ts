import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteMeasureOutcome } from '../use-cases/alert/note-measure-outcome.use-case.js';

/** Finance has carried out a measure. */
@Injectable()
export class NoteMeasureWhenFinanceApplied extends EventConsumer<'finance.handoff-completed.v1'> {
  readonly type = 'finance.handoff-completed.v1';

  constructor(private readonly outcome: NoteMeasureOutcome) {
    super();
  }

  handle(message: EventMessage<'finance.handoff-completed.v1'>, tx: Tx): Promise<void> {
    return this.outcome.completed(message.data, tx);
  }
}
