import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import { FeedbackQueries } from '../../queries/care/feedback.queries.js';
import type { TicketView } from '../../queries/care/feedback.queries.js';

@Injectable()
export class FeedbackLoader extends EntityLoader<TicketView> {
  readonly typeName = 'FeedbackTicket';

  constructor(private readonly queries: FeedbackQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly TicketView[]> {
    return this.queries.byIds(ids, actor);
  }
}

/** The tickets of a customer, newest first. */
@Injectable()
export class FeedbackOfCustomer extends ListLoader<TicketView> {
  constructor(private readonly queries: FeedbackQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, TicketView])[]> {
    return (await this.queries.ofCustomers(ids, actor)).map((one) => [one.customerId, one] as const);
  }
}
