import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteBonusLoan } from '../use-cases/bonus/note-bonus-loan.use-case.js';
import { NoteDayEnd } from '../use-cases/bonus/note-day-end.use-case.js';

/** A loan became late, worse, better or was cured: a bonus may hang on it. */
@Injectable()
export class NoteBonusLoanWhenStatusChanged extends EventConsumer<'finance.loan-status-changed.v1'> {
  readonly type = 'finance.loan-status-changed.v1';

  constructor(private readonly note: NoteBonusLoan) {
    super();
  }

  handle({ data }: EventMessage<'finance.loan-status-changed.v1'>, tx: Tx): Promise<void> {
    return this.note.changed(data, tx);
  }
}

/** A loan left the books: it is lost. */
@Injectable()
export class NoteBonusLoanWhenWrittenOff extends EventConsumer<'finance.loan-written-off.v1'> {
  readonly type = 'finance.loan-written-off.v1';

  constructor(private readonly note: NoteBonusLoan) {
    super();
  }

  handle({ data }: EventMessage<'finance.loan-written-off.v1'>, tx: Tx): Promise<void> {
    return this.note.writtenOff(data, tx);
  }
}

/** The payment was taken back: what the loan brought is taken back with it. */
@Injectable()
export class NoteBonusLoanWhenReversed extends EventConsumer<'finance.disbursement-reversed.v1'> {
  readonly type = 'finance.disbursement-reversed.v1';

  constructor(private readonly note: NoteBonusLoan) {
    super();
  }

  handle({ data }: EventMessage<'finance.disbursement-reversed.v1'>, tx: Tx): Promise<void> {
    return this.note.reversed(data, tx);
  }
}

/** A business day is over: what its end found of the loans was told before. */
@Injectable()
export class NoteDayWhenEnded extends EventConsumer<'finance.day-ended.v1'> {
  readonly type = 'finance.day-ended.v1';

  constructor(private readonly note: NoteDayEnd) {
    super();
  }

  handle({ data }: EventMessage<'finance.day-ended.v1'>, tx: Tx): Promise<void> {
    return this.note.apply(data, tx);
  }
}
