import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RecordFacts } from '../use-cases/application/record-facts.use-case.js';

/** Finance stopped the payout of a signed contract: the withdrawal is effective. */
@Injectable()
export class NoteCancellationWhenDisbursementCancelled extends EventConsumer<'finance.disbursement-cancelled.v1'> {
  readonly type = 'finance.disbursement-cancelled.v1';

  constructor(private readonly facts: RecordFacts) {
    super();
  }

  handle(message: EventMessage<'finance.disbursement-cancelled.v1'>, tx: Tx): Promise<void> {
    return this.facts.disbursementCancelled(message, tx);
  }
}
