import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteFinance } from '../use-cases/investigation/note-finance.use-case.js';

@Injectable()
export class KeepLimitsWhenProductPublished extends EventConsumer<'finance.product-published.v1'> {
  readonly type = 'finance.product-published.v1';

  constructor(private readonly finance: NoteFinance) {
    super();
  }

  handle(message: EventMessage<'finance.product-published.v1'>, tx: Tx): Promise<void> {
    return this.finance.productPublished(message.data, tx);
  }
}
