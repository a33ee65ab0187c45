import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RecordFacts } from '../use-cases/application/record-facts.use-case.js';

/** Money was on its way: the loan stands. */
@Injectable()
export class NoteRefusalWhenCancellationRefused extends EventConsumer<'finance.cancellation-refused.v1'> {
  readonly type = 'finance.cancellation-refused.v1';

  constructor(private readonly facts: RecordFacts) {
    super();
  }

  handle(message: EventMessage<'finance.cancellation-refused.v1'>, tx: Tx): Promise<void> {
    return this.facts.cancellationRefused(message, tx);
  }
}
