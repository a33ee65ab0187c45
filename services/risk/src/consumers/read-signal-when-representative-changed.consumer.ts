import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReadSignals } from '../use-cases/early-warning/read-signals.js';

/** A business has another legal representative. */
@Injectable()
export class ReadSignalWhenRepresentativeChanged extends EventConsumer<'sales.representative-changed.v1'> {
  readonly type = 'sales.representative-changed.v1';

  constructor(private readonly signals: ReadSignals) {
    super();
  }

  handle(message: EventMessage<'sales.representative-changed.v1'>, tx: Tx): Promise<void> {
    return this.signals.representativeChanged(message, tx);
  }
}
