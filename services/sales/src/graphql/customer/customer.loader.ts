import { Injectable } from '@nestjs/common';
import { LeanEntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { ReturnVisit } from '../../domain/care/return-visit.js';
import { CUSTOMER_HEAD, CustomerQueries } from '../../queries/customer/customer.queries.js';
import type { CustomerHead, CustomerView } from '../../queries/customer/customer.queries.js';

@Injectable()
export class CustomerLoader extends LeanEntityLoader<CustomerView, CustomerHead> {
  readonly typeName = 'Customer';
  protected readonly headFields = CUSTOMER_HEAD;

  constructor(private readonly queries: CustomerQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly CustomerView[]> {
    return this.queries.byIds(ids, actor);
  }

  protected loadHeads(ids: readonly string[], actor: Actor): Promise<readonly CustomerHead[]> {
    return this.queries.headsByIds(ids, actor);
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
