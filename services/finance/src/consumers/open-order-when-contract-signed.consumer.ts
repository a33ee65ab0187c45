import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { OpenDisbursement } from '../use-cases/open-disbursement/open-disbursement.use-case.js';

@Injectable()
export class OpenOrderWhenContractSigned extends HandoffConsumer<'disburse-loan'> {
  readonly type = 'handoff.disburse-loan.v1';

  constructor(private readonly useCase: OpenDisbursement) {
    super();
  }

  handle({ data, handoffId }: HandoffMessage<'disburse-loan'>, tx: Tx): Promise<void> {
    return this.useCase.apply(data, handoffId, tx);
  }
}
