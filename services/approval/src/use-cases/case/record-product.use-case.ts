import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import { Products } from '../../persistence/projection.repository.js';

/** Keeps what a decision must know of finance's products: limits and whom they are offered to [7.3]. */
@Injectable()
export class RecordProduct {
  constructor(private readonly products: Products) {}

  async apply(data: EventData<'finance.product-published.v1'>, tx: Tx): Promise<void> {
    const { productId, customerTypes, purposes, methods, minAmountFen, maxAmountFen, minTermMonths, maxTermMonths, effectiveFrom } = data;
    await this.products.add(
      {
        productId,
        productVersion: data.version,
        customerTypes,
        purposes,
        methods,
        minAmountFen,
        maxAmountFen,
        minTermMonths,
        maxTermMonths,
        effectiveFrom,
      },
      tx,
    );
  }
}
