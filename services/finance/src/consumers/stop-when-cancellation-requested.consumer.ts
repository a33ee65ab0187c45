import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { StopDisbursement } from '../use-cases/stop-disbursement/stop-disbursement.use-case.js';

@Injectable()
export class StopWhenCancellationRequested extends EventConsumer<'sales.cancellation-requested.v1'> {
  readonly type = 'sales.cancellation-requested.v1';

  constructor(private readonly useCase: StopDisbursement) {
    super();
  }

  handle({ data }: EventMessage<'sales.cancellation-requested.v1'>, tx: Tx): Promise<void> {
    return this.useCase.apply(data, tx);
  }
}
