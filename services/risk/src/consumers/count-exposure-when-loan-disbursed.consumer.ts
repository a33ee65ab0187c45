import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteFinance } from '../use-cases/investigation/note-finance.use-case.js';

@Injectable()
export class CountExposureWhenLoanDisbursed extends EventConsumer<'finance.loan-disbursed.v1'> {
  readonly type = 'finance.loan-disbursed.v1';

  constructor(private readonly finance: NoteFinance) {
    super();
  }

  handle(message: EventMessage<'finance.loan-disbursed.v1'>, tx: Tx): Promise<void> {
    return this.finance.loanDisbursed(message.data, tx);
  }
}
