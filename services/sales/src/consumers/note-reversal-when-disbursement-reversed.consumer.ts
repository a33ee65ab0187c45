import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RecordFacts } from '../use-cases/application/record-facts.use-case.js';

/** Finance took a payment back after it was made: the loan is no more. */
@Injectable()
export class NoteReversalWhenDisbursementReversed extends EventConsumer<'finance.disbursement-reversed.v1'> {
  readonly type = 'finance.disbursement-reversed.v1';

  constructor(private readonly facts: RecordFacts) {
    super();
  }

  handle(message: EventMessage<'finance.disbursement-reversed.v1'>, tx: Tx): Promise<void> {
    return this.facts.disbursementReversed(message, tx);
  }
}
