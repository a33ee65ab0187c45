import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import { SatisfactionQueries } from '../../queries/care/satisfaction.queries.js';
import type { CustomerSatisfaction } from '../../queries/care/satisfaction.queries.js';
import { VisitQueries } from '../../queries/care/visit.queries.js';
import type { FollowUpView, PlannedVisitView } from '../../queries/care/visit.queries.js';

@Injectable()
export class FollowUpLoader extends EntityLoader<FollowUpView> {
  readonly typeName = 'FollowUp';

  constructor(private readonly queries: VisitQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly FollowUpView[]> {
    return this.queries.followUpsByIds(ids, actor);
  }
}

/** What was planned for a customer, the visit that comes next first. */
@Injectable()
export class PlannedVisitsOfCustomer extends ListLoader<PlannedVisitView> {
  constructor(private readonly queries: VisitQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, PlannedVisitView])[]> {
    return (await this.queries.plannedOf(ids)).map((one) => [one.customerId, one] as const);
  }
}

/** Everything that was owed to a customer, oldest first. */
@Injectable()
export class FollowUpsOfCustomer extends ListLoader<FollowUpView> {
  constructor(private readonly queries: VisitQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, FollowUpView])[]> {
    return (await this.queries.followUpsOf('customerId', ids)).map((one) => [one.customerId, one] as const);
  }
}

/** What a visit has found. */
@Injectable()
export class FollowUpsOfVisit extends ListLoader<FollowUpView> {
  constructor(private readonly queries: VisitQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, FollowUpView])[]> {
    return (await this.queries.followUpsOf('visitId', ids)).map((one) => [one.visitId ?? '', one] as const);
  }
}

/** A chain of follow-ups from its beginning. */
@Injectable()
export class FollowUpChain extends ListLoader<FollowUpView> {
  constructor(private readonly queries: VisitQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, FollowUpView])[]> {
    return (await this.queries.followUpsOf('rootId', ids)).map((one) => [one.rootId, one] as const);
  }
}

/** What each customer thinks of us. */
@Injectable()
export class SatisfactionOfCustomer extends ListLoader<CustomerSatisfaction> {
  constructor(private readonly queries: SatisfactionQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, CustomerSatisfaction])[]> {
    return (await this.queries.ofCustomers(ids)).map((one) => [one.customerId, one] as const);
  }
}
