import { Injectable } from '@nestjs/common';
import { EveryMessageConsumer } from '@weilend/messaging';
import type { ReceivedMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { KeepStuckDelivery } from '../use-cases/keep-stuck-delivery/keep-stuck-delivery.use-case.js';

/** `<dept>.delivery-stuck` and `<dept>.delivery-settled` of every department. */
@Injectable()
export class KeepStuckDeliveries extends EveryMessageConsumer {
  constructor(private readonly keepStuckDelivery: KeepStuckDelivery) {
    super();
  }

  handle(message: ReceivedMessage, tx: Tx): Promise<void> {
    return this.keepStuckDelivery.apply(message, tx);
  }
}
