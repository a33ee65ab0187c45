import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import { eventDueOn } from '../../domain/care/customer-event.js';
import type { CustomerEvent, EventInvitation } from '../../domain/care/customer-event.js';
import { customerEventCollection, eventInvitationCollection } from './event.schema.js';
import { withoutDue } from './visit.repository.js';

@Injectable()
export class CustomerEvents extends Repository<CustomerEvent> {
  constructor(database: Database) {
    super(database, customerEventCollection, 'customer event');
  }

  protected override toDocument(event: CustomerEvent): Record<string, unknown> {
    return { ...super.toDocument(event), dueOn: eventDueOn(event) };
  }

  protected override toEntity(document: Stored): CustomerEvent {
    return withoutDue(document);
  }
}

@Injectable()
export class EventInvitations extends Repository<EventInvitation> {
  constructor(database: Database) {
    super(database, eventInvitationCollection, 'event invitation');
  }

  ofEvent(eventId: string, tx: Tx): Promise<EventInvitation[]> {
    return this.findMany({ eventId }, tx, { sort: { _id: 1 } });
  }
}
