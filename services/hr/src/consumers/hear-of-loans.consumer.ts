import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { HearOfLoan } from '../use-cases/indicator/hear-of-loan.use-case.js';

@Injectable()
export class CountLoanWhenDisbursed extends EventConsumer<'finance.loan-disbursed.v1'> {
  readonly type = 'finance.loan-disbursed.v1';

  constructor(private readonly hear: HearOfLoan) {
    super();
  }

  handle({ data }: EventMessage<'finance.loan-disbursed.v1'>, tx: Tx): Promise<void> {
    return this.hear.paidOut(data, tx);
  }
}

@Injectable()
export class CountOffLoanWhenReversed extends EventConsumer<'finance.disbursement-reversed.v1'> {
  readonly type = 'finance.disbursement-reversed.v1';

  constructor(private readonly hear: HearOfLoan) {
    super();
  }

  handle({ data }: EventMessage<'finance.disbursement-reversed.v1'>, tx: Tx): Promise<void> {
    return this.hear.takenBack(data, tx);
  }
}

@Injectable()
export class FollowLoanWhenRepaid extends EventConsumer<'finance.repayment-recorded.v1'> {
  readonly type = 'finance.repayment-recorded.v1';

  constructor(private readonly hear: HearOfLoan) {
    super();
  }

  handle({ data }: EventMessage<'finance.repayment-recorded.v1'>, tx: Tx): Promise<void> {
    return this.hear.owes(data, data.paidOn, tx);
  }
}

@Injectable()
export class FollowLoanWhenRepaymentReversed extends EventConsumer<'finance.repayment-reversed.v1'> {
  readonly type = 'finance.repayment-reversed.v1';

  constructor(private readonly hear: HearOfLoan) {
    super();
  }

  handle({ data }: EventMessage<'finance.repayment-reversed.v1'>, tx: Tx): Promise<void> {
    return this.hear.owes(data, data.reversedOn, tx);
  }
}

@Injectable()
export class FollowLoanWhenRestructured extends EventConsumer<'finance.loan-restructured.v1'> {
  readonly type = 'finance.loan-restructured.v1';

  constructor(private readonly hear: HearOfLoan) {
    super();
  }

  handle({ data }: EventMessage<'finance.loan-restructured.v1'>, tx: Tx): Promise<void> {
    return this.hear.owes(data, data.effectiveOn, tx);
  }
}

@Injectable()
export class FollowLoanWhenWrittenOff extends EventConsumer<'finance.loan-written-off.v1'> {
  readonly type = 'finance.loan-written-off.v1';

  constructor(private readonly hear: HearOfLoan) {
    super();
  }

  handle({ data }: EventMessage<'finance.loan-written-off.v1'>, tx: Tx): Promise<void> {
    return this.hear.writtenOff(data, tx);
  }
}

@Injectable()
export class FollowLoanWhenStatusChanged extends EventConsumer<'finance.loan-status-changed.v1'> {
  readonly type = 'finance.loan-status-changed.v1';

  constructor(private readonly hear: HearOfLoan) {
    super();
  }

  handle({ data }: EventMessage<'finance.loan-status-changed.v1'>, tx: Tx): Promise<void> {
    return this.hear.stands(data, tx);
  }
}
