import { Injectable } from '@nestjs/common';
import { BusinessClock, invariant, newId, parseRate, refuseAll } from '@weilend/kernel';
import type { Actor, LocalDate, Rate } from '@weilend/kernel';
import { financeEvents } from '@weilend/contracts';
import type { EventData, ParameterKey } from '@weilend/contracts';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { checkOfferCap, offerProblems } from '../../domain/product/check-offer.js';
import { servicingProblems } from '../../domain/product/servicing-rules.js';
import type { ServicingBounds } from '../../domain/product/servicing-rules.js';
import { withVersion } from '../../domain/product/product.js';
import type { LoanProduct, ProductOffer } from '../../domain/product/product.js';
import { Products } from '../../persistence/product.repository.js';

export interface PublishProductRequest extends Omit<ProductOffer, 'penaltyFactor'> {
  readonly requestKey?: string | null;
  /** Code of the product; an unknown one makes a new product, a known one a new version. */
  readonly code: string;
  /** Null takes the parameter penalty.overdue-factor of the day on which the version takes effect. */
  readonly penaltyFactor: Rate | null;
}

/** Publishes a version of a product with its price and fee list, within the legal ceiling, and tells the other departments [4.1, 7.10, G8]. */
@Injectable()
export class PublishProduct {
  constructor(
    private readonly work: UnitOfWork,
    private readonly products: Products,
    private readonly parameters: Parameters,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: PublishProductRequest): Promise<string> {
    return this.work.once({ operation: 'publish-product', actor, input }, async (tx) => {
      const { requestKey: _requestKey, code, ...rest } = input;
      const today = this.clock.today();
      // A version of the past is refused below, for that reason.
      const on = input.effectiveFrom < today ? today : input.effectiveFrom;
      const penaltyFactor = input.penaltyFactor ?? (await this.factor('penalty.overdue-factor', on));
      const offer: ProductOffer = { ...rest, penaltyFactor };
      refuseAll([...offerProblems(offer), ...servicingProblems(offer, await this.bounds(on))]);
      const known = await this.products.byCode(code, tx);
      const product = withVersion(known ?? { id: newId('prd'), code, versions: [] }, offer, today);
      checkOfferCap(offer, parseRate(await this.parameters.text('rate.hard-cap', offer.effectiveFrom)));
      if (known) await this.products.save({ ...product, version: known.version }, tx);
      else await this.products.insert({ ...product, version: 0 }, tx);
      await this.outbox.add(event('finance.product-published.v1', product.id, published(product)), tx);
      return product.id;
    });
  }

  private async bounds(on: LocalDate): Promise<ServicingBounds> {
    const leastFactor = await this.factor('penalty.overdue-factor-least', on);
    return { leastFactor, mostFactor: await this.factor('penalty.overdue-factor-most', on) };
  }

  private async factor(key: ParameterKey, on: LocalDate): Promise<Rate> {
    return parseRate(await this.parameters.text(key, on));
  }
}

function published(product: LoanProduct): EventData<'finance.product-published.v1'> {
  const newest = product.versions.at(-1);
  invariant(newest, 'a published product has a version');
  const { no: version, ...offer } = newest;
  return financeEvents['finance.product-published.v1'].data.parse({ ...offer, productId: product.id, code: product.code, version });
}
