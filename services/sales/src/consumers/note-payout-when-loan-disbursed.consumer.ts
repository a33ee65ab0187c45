import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RecordFacts } from '../use-cases/application/record-facts.use-case.js';

/** The money is out: the customer has to be told. */
@Injectable()
export class NotePayoutWhenLoanDisbursed extends EventConsumer<'finance.loan-disbursed.v1'> {
  readonly type = 'finance.loan-disbursed.v1';

  constructor(private readonly facts: RecordFacts) {
    super();
  }

  handle(message: EventMessage<'finance.loan-disbursed.v1'>, tx: Tx): Promise<void> {
    return this.facts.loanDisbursed(message, tx);
  }
}
