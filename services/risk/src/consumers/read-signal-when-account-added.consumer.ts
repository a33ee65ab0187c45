import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReadSignals } from '../use-cases/early-warning/read-signals.js';

/** A customer named another account. */
@Injectable()
export class ReadSignalWhenAccountAdded extends EventConsumer<'finance.payee-account-added.v1'> {
  readonly type = 'finance.payee-account-added.v1';

  constructor(private readonly signals: ReadSignals) {
    super();
  }

  handle(message: EventMessage<'finance.payee-account-added.v1'>, tx: Tx): Promise<void> {
    return this.signals.accountAdded(message, tx);
  }
}
