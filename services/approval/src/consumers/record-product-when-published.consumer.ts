import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RecordProduct } from '../use-cases/case/record-product.use-case.js';

/** Finance published a product version: its limits bind the committee from its date. */
@Injectable()
export class RecordProductWhenPublished extends EventConsumer<'finance.product-published.v1'> {
  readonly type = 'finance.product-published.v1';

  constructor(private readonly recordProduct: RecordProduct) {
    super();
  }

  handle({ data }: EventMessage<'finance.product-published.v1'>, tx: Tx): Promise<void> {
    return this.recordProduct.apply(data, tx);
  }
}
