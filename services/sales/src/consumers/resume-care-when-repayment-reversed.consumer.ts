import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ResumeLoanCare } from '../use-cases/after-loan/resume-loan-care.use-case.js';

/** A repayment was taken back: a loan that it had settled is looked after again. */
@Injectable()
export class ResumeCareWhenRepaymentReversed extends EventConsumer<'finance.repayment-reversed.v1'> {
  readonly type = 'finance.repayment-reversed.v1';

  constructor(private readonly care: ResumeLoanCare) {
    super();
  }

  handle(message: EventMessage<'finance.repayment-reversed.v1'>, tx: Tx): Promise<void> {
    return this.care.apply(message, tx);
  }
}
