import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { WithdrawApplication } from '../use-cases/investigation/withdraw-application.use-case.js';

@Injectable()
export class EndInvestigationWhenWithdrawn extends EventConsumer<'sales.application-withdrawn.v1'> {
  readonly type = 'sales.application-withdrawn.v1';

  constructor(private readonly withdraw: WithdrawApplication) {
    super();
  }

  handle(message: EventMessage<'sales.application-withdrawn.v1'>, tx: Tx): Promise<void> {
    return this.withdraw.apply(message.data, tx);
  }
}
