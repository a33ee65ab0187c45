import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { WithdrawApplication } from '../use-cases/case/withdraw-application.use-case.js';

/** The customer withdrew: whatever the committee has open about the application ends. */
@Injectable()
export class WithdrawWhenCustomerWithdrew extends EventConsumer<'sales.application-withdrawn.v1'> {
  readonly type = 'sales.application-withdrawn.v1';

  constructor(private readonly withdraw: WithdrawApplication) {
    super();
  }

  handle({ data }: EventMessage<'sales.application-withdrawn.v1'>, tx: Tx): Promise<void> {
    return this.withdraw.apply(data, tx);
  }
}
