import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { replyToEvent, requireInvitable, requireRoom } from '../../domain/care/customer-event.js';
import type { EventReply } from '../../domain/care/customer-event.js';
import type { Customer } from '../../domain/customer/customer-file.js';
import { CustomerEvents, EventInvitations } from '../../persistence/care/event.repository.js';
import { CustomerDesk } from '../customer/customer-desk.js';

export interface InviteToEventRequest {
  readonly requestKey?: string | null;
  readonly eventId: string;
  readonly customerIds: readonly string[];
}

export interface RecordEventReplyRequest {
  readonly requestKey?: string | null;
  readonly invitationId: string;
  readonly reply: EventReply;
}

const MOST_AT_ONCE = 100;

/** Invites own customers who consented to marketing, and writes down their replies [3.13]. */
@Injectable()
export class InviteToEvent {
  constructor(
    private readonly work: UnitOfWork,
    private readonly events: CustomerEvents,
    private readonly invitations: EventInvitations,
    private readonly customers: CustomerDesk,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** All or nobody: who did not consent is named. */
  execute(actor: Actor, input: InviteToEventRequest): Promise<string> {
    return this.work.once({ operation: 'invite-to-event', actor, input }, async (tx) => {
      const chosen = [...new Set(input.customerIds)];
      if (chosen.length === 0 || chosen.length > MOST_AT_ONCE)
        throw new DomainError('INPUT_INVALID', { problem: `1 to ${MOST_AT_ONCE} customers at a time` }, 'customerIds');
      const event = await this.events.get(input.eventId, tx);
      const customers: Customer[] = [];
      for (const customerId of chosen) customers.push(await this.customers.hold(actor, customerId, tx));
      const today = this.clock.today();
      requireInvitable(event, customers, today);
      // Read and written, so that two who invite at once do not pass the limit together.
      await this.events.lock(event.id, tx);
      const invited = new Set((await this.invitations.ofEvent(event.id, tx)).map(({ customerId }) => customerId));
      const added = customers.filter(({ id }) => !invited.has(id));
      requireRoom(invited.size + added.length, await this.parameters.number('customer-event.most-guests', today));
      for (const { id: customerId, ownerId: salespersonId } of added) {
        const open = { invitedOn: today, reply: 'NONE' as const, attended: null };
        await this.invitations.insert({ id: newId('cei'), version: 0, eventId: event.id, customerId, salespersonId, ...open }, tx);
      }
      return event.id;
    });
  }

  reply(actor: Actor, input: RecordEventReplyRequest): Promise<string> {
    return this.work.once({ operation: 'record-event-reply', actor, input }, async (tx) => {
      const invitation = await this.invitations.get(input.invitationId, tx);
      await this.customers.get(actor, invitation.customerId, tx);
      const event = await this.events.get(invitation.eventId, tx);
      return (await this.invitations.save(replyToEvent(event, invitation, input.reply), tx)).id;
    });
  }
}
