import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RecordProduct } from '../use-cases/enquiry/record-product.use-case.js';

/** Finance quoted a proposal. */
@Injectable()
export class RecordQuoteWhenIssued extends EventConsumer<'finance.quote-issued.v1'> {
  readonly type = 'finance.quote-issued.v1';

  constructor(private readonly products: RecordProduct) {
    super();
  }

  handle(message: EventMessage<'finance.quote-issued.v1'>, tx: Tx): Promise<void> {
    return this.products.quote(message.data, tx);
  }
}
