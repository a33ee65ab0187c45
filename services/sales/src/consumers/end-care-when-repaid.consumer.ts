import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RecordFacts } from '../use-cases/application/record-facts.use-case.js';

/** A loan was repaid in full: nobody has to look after it any more. */
@Injectable()
export class EndCareWhenRepaid extends EventConsumer<'finance.repayment-recorded.v1'> {
  readonly type = 'finance.repayment-recorded.v1';

  constructor(private readonly facts: RecordFacts) {
    super();
  }

  handle(message: EventMessage<'finance.repayment-recorded.v1'>, tx: Tx): Promise<void> {
    return this.facts.repaid(message, tx);
  }
}
