import { Injectable } from '@nestjs/common';
import type { ParameterKey } from '@weilend/contracts';
import { BusinessClock } from '@weilend/kernel';
import type { LeadChannel } from '../../domain/enquiry/lead.js';
import { WorkingDeadlines } from '../working-deadlines.js';

const PROMISE: Readonly<Record<LeadChannel, ParameterKey>> = {
  ONLINE: 'deadline.lead-response-online',
  OFFLINE: 'deadline.lead-response-offline',
  REFERRAL: 'deadline.lead-response-referral',
  PARTNER: 'deadline.lead-response-partner',
};

/** When it is, and by when a prospect of a channel is answered [1.6]. */
@Injectable()
export class LeadDeadlines {
  constructor(
    readonly clock: BusinessClock,
    private readonly deadlines: WorkingDeadlines,
  ) {}

  promise(channel: LeadChannel, from: Date): Promise<Date> {
    return this.deadlines.dueAt(PROMISE[channel], from);
  }
}
