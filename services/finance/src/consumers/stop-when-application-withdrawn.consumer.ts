import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { StopDisbursement } from '../use-cases/stop-disbursement/stop-disbursement.use-case.js';

@Injectable()
export class StopWhenApplicationWithdrawn extends EventConsumer<'sales.application-withdrawn.v1'> {
  readonly type = 'sales.application-withdrawn.v1';

  constructor(private readonly useCase: StopDisbursement) {
    super();
  }

  handle({ data }: EventMessage<'sales.application-withdrawn.v1'>, tx: Tx): Promise<void> {
    return this.useCase.apply({ applicationId: data.applicationId, contractId: null, reason: data.reason }, tx);
  }
}
