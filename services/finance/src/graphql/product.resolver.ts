import { Args, Context, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { answer, LocalDate, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { BusinessClock } from '@weilend/kernel';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { ProductQueries } from '../queries/product.queries.js';
import { PublishProduct } from '../use-cases/publish-product/publish-product.use-case.js';
import { publishRequest, PublishProductInput } from './product.input.js';
import { ProductLoader } from './product.loader.js';
import { productView, ProductType } from './product.type.js';

@ObjectType()
export class PublishProductPayload extends MutationPayload {
  @Field(() => ProductType, { nullable: true })
  readonly product?: ProductType | null;
}

@Resolver(() => ProductType)
export class ProductResolver {
  constructor(
    private readonly loader: ProductLoader,
    private readonly products: ProductQueries,
    private readonly publish: PublishProduct,
    private readonly clock: BusinessClock,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => [ProductType], { name: 'products', description: 'Products in force on a day, today when left out (产品目录)' })
  @Permit('finance.read-product')
  async listProducts(@Args('onDate', { type: () => LocalDate, nullable: true }) onDate: LocalDateText | null) {
    const on = onDate ?? this.clock.today();
    return (await this.products.inForceOn(on)).map((product) => productView(product, on));
  }

  @Query(() => ProductType, { nullable: true, description: 'A product as it is in force today' })
  @Permit('finance.read-product')
  product(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Mutation(() => PublishProductPayload, { description: 'Publish a version of a product with its price and fee list (发布产品)' })
  @Permit('finance.publish-product')
  publishProduct(@Args('input') input: PublishProductInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      product: await this.loader.byId(context, await this.publish.execute(context.actor, publishRequest(input))),
    }));
  }
}
