import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReceiveWork } from '../use-cases/application/receive-work.use-case.js';

/** Approval hands over the telling of a rejection. */
@Injectable()
export class ReceiveInformingWhenRejected extends HandoffConsumer<'inform-customer'> {
  readonly type = 'handoff.inform-customer.v1';

  constructor(private readonly work: ReceiveWork) {
    super();
  }

  handle(message: HandoffMessage<'inform-customer'>, tx: Tx): Promise<void> {
    return this.work.informCustomer(message, tx);
  }
}
