import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { ReturnVisit } from '../../domain/care/return-visit.js';
import { CustomerQueries } from '../../queries/customer/customer.queries.js';
import type { CustomerView } from '../../queries/customer/customer.queries.js';

@Injectable()
export class CustomerLoader extends EntityLoader<CustomerView> {
  readonly typeName = 'Customer';

  constructor(private readonly queries: CustomerQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly CustomerView[]> {
    return this.queries.byIds(ids, actor);
  }
}

/** The return visits to a customer, newest first. */
@Injectable()
export class VisitsOfCustomer extends ListLoader<ReturnVisit> {
  constructor(private readonly queries: CustomerQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, ReturnVisit])[]> {
    return (await this.queries.visitsOf(ids)).map((one) => [one.customerId, one] as const);
  }
}
