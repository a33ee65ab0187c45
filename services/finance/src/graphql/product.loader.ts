import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import { BusinessClock } from '@weilend/kernel';
import { ProductQueries } from '../queries/product.queries.js';
import { productView } from './product.type.js';
import type { ProductType } from './product.type.js';

@Injectable()
export class ProductLoader extends EntityLoader<ProductType> {
  readonly typeName = 'Product';

  constructor(
    private readonly products: ProductQueries,
    private readonly clock: BusinessClock,
  ) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly ProductType[]> {
    const today = this.clock.today();
    return (await this.products.byIds(ids)).flatMap((product) => productView(product, today) ?? []);
  }
}
