import { Injectable } from '@nestjs/common';
import { BusinessClock, businessDateOf, instantOf } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { eventEffect } from '../../domain/care/event-effect.js';
import type { CustomerStep, EventEffect } from '../../domain/care/event-effect.js';
import { CUSTOMER_EVENT_STATES } from '../../domain/care/customer-event.machine.js';
import type { CustomerEvent, EventInvitation } from '../../domain/care/customer-event.js';
import { applicationCollection } from '../../persistence/application/application.schema.js';
import { customerEventCollection, eventInvitationCollection } from '../../persistence/care/event.schema.js';
import { withoutDue } from '../../persistence/care/visit.repository.js';
import { enquiryCollection } from '../../persistence/enquiry/enquiry.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst, toPlain } from '../rows.js';

interface EnquiryRow {
  readonly customerId: string;
  readonly receivedAt: Date;
}

interface ApplicationRow {
  readonly customerId: string;
  readonly createdAt: Date;
  readonly facts: { readonly disbursed: { readonly disbursedOn: LocalDate; readonly amountFen: number } | null };
}

/** The read side of customer events. Everybody in sales sees the events; of the guests a salesperson sees his own. */
@Injectable()
export class EventQueries {
  constructor(
    private readonly database: Database,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** Newest first; a state left out means all of them, so that the index serves either in its order. */
  list({ state, ...page }: PageRequest & { state?: string | null }): Promise<Page<CustomerEvent>> {
    const filter = { state: { $in: state ? [state] : [...CUSTOMER_EVENT_STATES] } };
    return pageOf(this.events(), page, { filter, map: (row) => withoutDue<CustomerEvent>(row) });
  }

  /** Events that one has to hold and to record, the next one first [3.13]. */
  due(page: PageRequest, actor: Actor): Promise<Page<CustomerEvent>> {
    const { ownerId: hostId } = salesScope(actor, 'ownerId');
    const plan = { field: 'dueOn', type: 'string' as const, filter: hostId ? { hostId } : {} };
    return duePageOf(this.events(), page, { ...plan, map: (row: Stored) => withoutDue<CustomerEvent>(row) });
  }

  async byIds(ids: readonly string[]): Promise<CustomerEvent[]> {
    return (await newestFirst(this.events(), { _id: { $in: [...ids] } })).map((row) => withoutDue<CustomerEvent>(row));
  }

  invitations({ eventId, ...page }: PageRequest & { eventId: string }, actor: Actor): Promise<Page<EventInvitation>> {
    const filter = { eventId, ...salesScope(actor, 'salespersonId') };
    return pageOf(this.guests(), page, { filter, map: (row) => toPlain<EventInvitation>(row) });
  }

  async invitationsByIds(ids: readonly string[], actor: Actor): Promise<EventInvitation[]> {
    const rows = await newestFirst(this.guests(), { _id: { $in: [...ids] }, ...salesScope(actor, 'salespersonId') });
    return rows.map((row) => toPlain<EventInvitation>(row));
  }

  async ofCustomers(customerIds: readonly string[]): Promise<EventInvitation[]> {
    const rows = await newestFirst(this.guests(), { customerId: { $in: [...customerIds] } });
    return rows.map((row) => toPlain<EventInvitation>(row));
  }

  /** What an event brought. Null of none, and while it is not held. Counts only, of all guests [3.13]. */
  async effect(event: CustomerEvent | null): Promise<EventEffect | null> {
    if (event?.state !== 'held') return null;
    const withinDays = await this.parameters.number('customer-event.effect-within', event.heldOn);
    const guests = await this.guests()
      .find({ eventId: event.id } as never, { customerId: 1, attended: 1 })
      .lean<(Stored & Pick<EventInvitation, 'customerId' | 'attended'>)[]>()
      .exec();
    const steps = await this.stepsOf(
      guests.map(({ customerId }) => customerId),
      event.heldOn,
    );
    return eventEffect(guests, steps, { heldOn: event.heldOn, withinDays, today: this.clock.today() });
  }

  private async stepsOf(customerIds: readonly string[], since: LocalDate): Promise<CustomerStep[]> {
    const ofGuests = { customerId: { $in: customerIds } };
    const enquiries = await this.database
      .model(enquiryCollection)
      .find({ ...ofGuests, receivedAt: { $gte: instantOf(since) } } as never, { customerId: 1, receivedAt: 1 })
      .lean<EnquiryRow[]>()
      .exec();
    const shown = { customerId: 1, createdAt: 1, 'facts.disbursed': 1 };
    const applications = await this.database
      .model(applicationCollection)
      .find(ofGuests as never, shown)
      .lean<ApplicationRow[]>()
      .exec();
    return [
      ...enquiries.map(({ customerId, receivedAt }) => ({
        ...{ customerId, kind: 'ENQUIRY' as const, on: businessDateOf(receivedAt), amountFen: 0 },
      })),
      ...applications.flatMap(stepsOfApplication),
    ];
  }

  private events() {
    return this.database.model(customerEventCollection);
  }

  private guests() {
    return this.database.model(eventInvitationCollection);
  }
}

function stepsOfApplication({ customerId, createdAt, facts }: ApplicationRow): CustomerStep[] {
  const asked = { customerId, kind: 'APPLICATION' as const, on: businessDateOf(createdAt), amountFen: 0 };
  if (!facts.disbursed) return [asked];
  const { disbursedOn, amountFen } = facts.disbursed;
  return [asked, { customerId, kind: 'LOAN', on: disbursedOn, amountFen: Number(amountFen) }];
}
