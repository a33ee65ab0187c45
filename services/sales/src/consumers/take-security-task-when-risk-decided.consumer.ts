import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { TakeSecurityTask } from '../use-cases/after-loan/take-security-task.use-case.js';

/** Risk decided that a customer has to give more security. */
@Injectable()
export class TakeSecurityTaskWhenRiskDecided extends HandoffConsumer<'apply-sales-measure'> {
  readonly type = 'handoff.apply-sales-measure.v1';

  constructor(private readonly tasks: TakeSecurityTask) {
    super();
  }

  handle(message: HandoffMessage<'apply-sales-measure'>, tx: Tx): Promise<void> {
    return this.tasks.apply(message, tx);
  }
}
