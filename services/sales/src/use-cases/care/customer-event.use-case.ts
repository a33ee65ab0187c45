import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { cancelCustomerEvent, holdCustomerEvent, planCustomerEvent } from '../../domain/care/customer-event.js';
import type { CustomerEventKind } from '../../domain/care/customer-event.js';
import { CustomerEvents, EventInvitations } from '../../persistence/care/event.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { TicketDesk } from './ticket-desk.js';

export interface PlanCustomerEventRequest {
  readonly requestKey?: string | null;
  readonly kind: CustomerEventKind;
  readonly name: string;
  readonly venue: string;
  readonly heldOn: LocalDate;
  /** Fen. */
  readonly budget: number;
  /** Who plans it, when left out. */
  readonly hostId?: string | null;
}

export interface CancelCustomerEventRequest {
  readonly requestKey?: string | null;
  readonly eventId: string;
  readonly reason: string;
}

export interface RecordCustomerEventRequest {
  readonly requestKey?: string | null;
  readonly eventId: string;
  readonly attendeeIds: readonly string[];
  /** Fen. */
  readonly cost: number;
  readonly summary: string;
}

/** Plans an event for customers, and writes down who came and what it cost, or why it was cancelled [3.13]. */
@Injectable()
export class CustomerEventActs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly events: CustomerEvents,
    private readonly invitations: EventInvitations,
    private readonly desk: TicketDesk,
    private readonly clock: BusinessClock,
  ) {}

  plan(actor: Actor, input: PlanCustomerEventRequest): Promise<string> {
    const plannedBy = employeeIdOf(actor);
    return this.work.once({ operation: 'plan-customer-event', actor, input }, async (tx) => {
      const { kind, name, venue, heldOn, budget: budgetFen } = input;
      const hostId = input.hostId && input.hostId !== plannedBy ? await this.desk.requireSeller(input.hostId, tx) : plannedBy;
      const start = { id: newId('cev'), kind, name, venue, heldOn, budgetFen, hostId, plannedBy, plannedAt: this.clock.now() };
      return (await this.events.insert(planCustomerEvent(start, this.clock.today()), tx)).id;
    });
  }

  cancel(actor: Actor, input: CancelCustomerEventRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'cancel-customer-event', actor, input }, async (tx) => {
      const event = await this.events.get(input.eventId, tx);
      requireInScope(actor, event.hostId, { noun: 'customer event', id: event.id });
      return (await this.events.save(cancelCustomerEvent(event, { reason: input.reason, by, at: this.clock.now() }), tx)).id;
    });
  }

  /** The host writes down who came. */
  record(actor: Actor, input: RecordCustomerEventRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'record-customer-event', actor, input }, async (tx) => {
      const event = await this.events.get(input.eventId, tx);
      requireInScope(actor, event.hostId, { noun: 'customer event', id: event.id });
      const said = { costFen: input.cost, summary: input.summary, by, at: this.clock.now() };
      const attendeeIds = [...new Set(input.attendeeIds)];
      if (attendeeIds.length < input.attendeeIds.length)
        throw new DomainError('INPUT_INVALID', { problem: 'each guest once' }, 'attendeeIds');
      const guests = { today: this.clock.today(), invitations: await this.invitations.ofEvent(event.id, tx), attendeeIds };
      const held = holdCustomerEvent(event, said, guests);
      await this.events.save(held.event, tx);
      for (const invitation of held.invitations) await this.invitations.save(invitation, tx);
      return event.id;
    });
  }
}
