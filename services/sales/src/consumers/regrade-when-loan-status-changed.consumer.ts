import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteLateLoan } from '../use-cases/grading/note-late-loan.use-case.js';

/** A loan is late, or no more: the grade of the customer follows. */
@Injectable()
export class RegradeWhenLoanStatusChanged extends EventConsumer<'finance.loan-status-changed.v1'> {
  readonly type = 'finance.loan-status-changed.v1';

  constructor(private readonly lateLoans: NoteLateLoan) {
    super();
  }

  handle(message: EventMessage<'finance.loan-status-changed.v1'>, tx: Tx): Promise<void> {
    return this.lateLoans.statusChanged(message, tx);
  }
}
