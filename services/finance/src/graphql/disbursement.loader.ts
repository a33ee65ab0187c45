import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import { DisbursementQueries } from '../queries/disbursement.queries.js';
import { orderView } from './disbursement.type.js';
import type { DisbursementOrderType } from './disbursement.type.js';

@Injectable()
export class DisbursementOrderLoader extends EntityLoader<DisbursementOrderType> {
  readonly typeName = 'DisbursementOrder';

  constructor(private readonly orders: DisbursementQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly DisbursementOrderType[]> {
    return (await this.orders.byIds(ids, actor)).map(orderView);
  }
}

/** Newest first. */
@Injectable()
export class OrdersOfApplication extends ListLoader<DisbursementOrderType> {
  constructor(private readonly orders: DisbursementQueries) {
    super();
  }

  protected async load(applicationIds: readonly string[], actor: Actor): Promise<readonly (readonly [string, DisbursementOrderType])[]> {
    return (await this.orders.ofApplications(applicationIds, actor)).map((order) => [order.applicationId, orderView(order)] as const);
  }
}
