import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { parseMobile } from '../../domain/customer/mobile.js';
import { checkChannelLink } from '../../domain/enquiry/lead.js';
import type { ChannelLink, LeadChannel, OnlineSource } from '../../domain/enquiry/lead.js';
import { leadMachine } from '../../domain/enquiry/lead.machine.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { Activities, Leads, Partners } from '../../persistence/enquiry/enquiry.repository.js';

export interface CreateLeadRequest {
  readonly requestKey?: string | null;
  readonly channel: LeadChannel;
  readonly onlineSource?: OnlineSource | null;
  readonly activityId?: string | null;
  readonly referrerId?: string | null;
  readonly partnerId?: string | null;
  readonly contactName: string;
  readonly phone?: string | null;
  readonly note?: string | null;
}

/** Registers a prospect with the source that its channel must name [2.8, 3.1-3.4]. */
@Injectable()
export class CreateLead {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leads: Leads,
    private readonly activities: Activities,
    private readonly partners: Partners,
    private readonly customers: Customers,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CreateLeadRequest): Promise<string> {
    const salespersonId = employeeIdOf(actor);
    return this.work.once({ operation: 'create-lead', actor, input }, async (tx) => {
      const link = linkOf(input);
      checkChannelLink(link);
      await this.requireSource(link, tx);
      const contactName = input.contactName.trim();
      if (contactName.length < 1) throw new DomainError('NAME_INVALID', {}, 'contactName');
      const phone = input.phone ? parseMobile(input.phone, 'phone') : null;
      const open = { note: input.note ?? null, customerId: null, lostBecause: null, createdAt: this.clock.now() };
      const lead = { id: newId('led'), version: 0, ...link, state: leadMachine.initial, salespersonId, contactName, phone, ...open };
      return (await this.leads.insert(lead, tx)).id;
    });
  }

  /** The link must lead to something that is there: an activity, a customer on file, a partner on the active list. */
  private async requireSource({ activityId, referrerId, partnerId }: ChannelLink, tx: Tx): Promise<void> {
    if (activityId && !(await this.activities.find(activityId, tx))) throw new DomainError('ACTIVITY_UNKNOWN', {}, 'activityId');
    if (referrerId && !(await this.customers.find(referrerId, tx))) throw new DomainError('REFERRER_UNKNOWN', {}, 'referrerId');
    if (partnerId && !(await this.partners.find(partnerId, tx))?.active) throw new DomainError('PARTNER_NOT_ACTIVE', {}, 'partnerId');
  }
}

function linkOf(input: CreateLeadRequest): ChannelLink {
  return {
    channel: input.channel,
    onlineSource: input.onlineSource ?? null,
    activityId: input.activityId ?? null,
    referrerId: input.referrerId ?? null,
    partnerId: input.partnerId ?? null,
  };
}
