import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { CustomerEvent, EventInvitation } from '../../domain/care/customer-event.js';
import { EventQueries } from '../../queries/care/event.queries.js';

@Injectable()
export class CustomerEventLoader extends EntityLoader<CustomerEvent> {
  readonly typeName = 'CustomerEvent';

  constructor(private readonly queries: EventQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly CustomerEvent[]> {
    return this.queries.byIds(ids);
  }
}

@Injectable()
export class EventInvitationLoader extends EntityLoader<EventInvitation> {
  readonly typeName = 'EventInvitation';

  constructor(private readonly queries: EventQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly EventInvitation[]> {
    return this.queries.invitationsByIds(ids, actor);
  }
}

/** The events to which a customer was invited, newest first. */
@Injectable()
export class EventsOfCustomer extends ListLoader<EventInvitation> {
  constructor(private readonly queries: EventQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, EventInvitation])[]> {
    return (await this.queries.ofCustomers(ids)).map((one) => [one.customerId, one] as const);
  }
}
