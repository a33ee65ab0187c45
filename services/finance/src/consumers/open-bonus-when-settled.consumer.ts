import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { OpenBonusPayment } from '../use-cases/open-bonus-payment/open-bonus-payment.use-case.js';

/** Human resources settled a bonus: it is to be paid. */
@Injectable()
export class OpenBonusWhenSettled extends HandoffConsumer<'pay-bonus'> {
  readonly type = 'handoff.pay-bonus.v1';

  constructor(private readonly useCase: OpenBonusPayment) {
    super();
  }

  handle({ data, handoffId }: HandoffMessage<'pay-bonus'>, tx: Tx): Promise<void> {
    return this.useCase.apply(data, handoffId, tx);
  }
}
