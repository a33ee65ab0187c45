import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { StuckDelivery } from '../domain/deliveries/stuck-delivery.js';
import { StuckDeliveryQueries } from '../queries/stuck-delivery.queries.js';

@Injectable()
export class StuckDeliveryLoader extends EntityLoader<StuckDelivery> {
  readonly typeName = 'StuckDelivery';

  constructor(private readonly deliveries: StuckDeliveryQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly StuckDelivery[]> {
    return this.deliveries.byIds(ids, actor);
  }
}
