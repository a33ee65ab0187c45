import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { OpenLoanCare } from '../use-cases/after-loan/open-loan-care.use-case.js';

/** Finance hands over the care for a loan that was paid out. */
@Injectable()
export class OpenCareWhenPaidOut extends HandoffConsumer<'care-for-loan'> {
  readonly type = 'handoff.care-for-loan.v1';

  constructor(private readonly care: OpenLoanCare) {
    super();
  }

  handle(message: HandoffMessage<'care-for-loan'>, tx: Tx): Promise<void> {
    return this.care.apply(message, tx);
  }
}
