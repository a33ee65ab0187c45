import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteFact } from '../use-cases/appraisal/note-fact.use-case.js';

@Injectable()
export class CountLoanWhenDisbursed extends EventConsumer<'finance.loan-disbursed.v1'> {
  readonly type = 'finance.loan-disbursed.v1';

  constructor(private readonly note: NoteFact) {
    super();
  }

  handle({ data }: EventMessage<'finance.loan-disbursed.v1'>, tx: Tx): Promise<void> {
    const { salespersonId, loanId, amountFen, firstLoanOfCustomer, disbursedOn } = data;
    return this.note.apply(
      {
        employeeId: salespersonId,
        kind: 'LOAN_DISBURSED',
        aboutId: loanId,
        value: amountFen,
        marked: firstLoanOfCustomer,
        occurredOn: disbursedOn,
      },
      tx,
    );
  }
}

@Injectable()
export class CountOffLoanWhenReversed extends EventConsumer<'finance.disbursement-reversed.v1'> {
  readonly type = 'finance.disbursement-reversed.v1';

  constructor(private readonly note: NoteFact) {
    super();
  }

  handle({ data }: EventMessage<'finance.disbursement-reversed.v1'>, tx: Tx): Promise<void> {
    const { salespersonId: employeeId, loanId, reversedOn } = data;
    return this.note.countOff({ employeeId, loanId, reversedOn }, tx);
  }
}

@Injectable()
export class CountSatisfactionWhenRecorded extends EventConsumer<'sales.satisfaction-recorded.v1'> {
  readonly type = 'sales.satisfaction-recorded.v1';

  constructor(private readonly note: NoteFact) {
    super();
  }

  handle({ data }: EventMessage<'sales.satisfaction-recorded.v1'>, tx: Tx): Promise<void> {
    return this.note.apply(
      {
        employeeId: data.salespersonId,
        kind: 'SATISFACTION',
        aboutId: data.customerId,
        value: data.score,
        marked: false,
        occurredOn: data.recordedOn,
      },
      tx,
    );
  }
}

@Injectable()
export class CountHoursWhenTrainingEvaluated extends EventConsumer<'training.evaluated.v1'> {
  readonly type = 'training.evaluated.v1';

  constructor(private readonly note: NoteFact) {
    super();
  }

  async handle({ data }: EventMessage<'training.evaluated.v1'>, tx: Tx): Promise<void> {
    for (const employeeId of data.attendeeIds) {
      await this.note.apply(
        { employeeId, kind: 'TRAINING', aboutId: data.sessionId, value: data.hours, marked: false, occurredOn: data.evaluatedOn },
        tx,
      );
    }
  }
}
