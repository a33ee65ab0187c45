import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { Promotion } from '../../domain/promotion/promotion.js';
import { PromotionQueries } from '../../queries/promotion/promotion.queries.js';

@Injectable()
export class PromotionLoader extends EntityLoader<Promotion> {
  readonly typeName = 'Promotion';

  constructor(private readonly promotions: PromotionQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly Promotion[]> {
    return this.promotions.byIds(ids, actor);
  }
}
