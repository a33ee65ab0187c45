import { Injectable } from '@nestjs/common';
import { LeanEntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import { ApplicationQueries, APPLICATION_HEAD } from '../../queries/application/application.queries.js';
import type { ApplicationHead, ApplicationView } from '../../queries/application/application.queries.js';

@Injectable()
export class LoanApplicationLoader extends LeanEntityLoader<ApplicationView, ApplicationHead> {
  readonly typeName = 'LoanApplication';
  protected readonly headFields = APPLICATION_HEAD;

  constructor(private readonly queries: ApplicationQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly ApplicationView[]> {
    return this.queries.byIds(ids, actor);
  }

  protected loadHeads(ids: readonly string[], actor: Actor): Promise<readonly ApplicationHead[]> {
    return this.queries.headsByIds(ids, actor);
  }
}

/** The applications of a customer, newest first. */
@Injectable()
export class ApplicationsOfCustomer extends ListLoader<ApplicationView> {
  constructor(private readonly queries: ApplicationQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, ApplicationView])[]> {
    return (await this.queries.ofCustomers(ids, actor)).map((one) => [one.customerId, one] as const);
  }
}
