import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReadSignals } from '../use-cases/early-warning/read-signals.js';

/** A promise to pay was not kept, or not wholly. */
@Injectable()
export class ReadSignalWhenPromiseBroken extends EventConsumer<'finance.promise-broken.v1'> {
  readonly type = 'finance.promise-broken.v1';

  constructor(private readonly signals: ReadSignals) {
    super();
  }

  handle(message: EventMessage<'finance.promise-broken.v1'>, tx: Tx): Promise<void> {
    return this.signals.promiseBroken(message, tx);
  }
}
