import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RecordProduct } from '../use-cases/enquiry/record-product.use-case.js';

/** Finance published a product version: it can be presented, proposed and applied for from its date. */
@Injectable()
export class RecordProductWhenPublished extends EventConsumer<'finance.product-published.v1'> {
  readonly type = 'finance.product-published.v1';

  constructor(private readonly products: RecordProduct) {
    super();
  }

  handle(message: EventMessage<'finance.product-published.v1'>, tx: Tx): Promise<void> {
    return this.products.publish(message.data, tx);
  }
}
