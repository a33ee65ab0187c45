import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { recounted } from '../../domain/acquisition/lead-steps.js';
import type { Lead } from '../../domain/enquiry/lead.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { Enquiries } from '../../persistence/enquiry/enquiry.repository.js';
import { LeadMilestones } from './lead-milestones.js';

export interface RecountLeadsRequest {
  readonly requestKey?: string | null;
  /** Goes on after this lead; begins with the oldest when left out. */
  readonly afterLeadId?: string | null;
  readonly first?: number | null;
}

export interface RecountedLeads {
  readonly counted: number;
  /** Where to go on; null when all were counted. */
  readonly nextAfter: string | null;
}

const MOST = 500;

/** Works out anew what the funnel reads of each lead, from enquiries, applications and contacts, some hundred at a time [2.8]. */
@Injectable()
export class RecountLeads {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leads: Leads,
    private readonly enquiries: Enquiries,
    private readonly milestones: LeadMilestones,
  ) {}

  execute(actor: Actor, input: RecountLeadsRequest): Promise<RecountedLeads> {
    const first = input.first ?? MOST;
    return this.work.once({ operation: 'recount-leads', actor, input }, async (tx) => {
      if (first < 1 || first > MOST) throw new DomainError('INPUT_INVALID', { problem: `first must be between 1 and ${MOST}` }, 'first');
      const batch = await this.leads.after(input.afterLeadId ?? null, first, tx);
      for (const lead of batch) await this.recount(lead, tx);
      return { counted: batch.length, nextAfter: batch.length < first ? null : (batch.at(-1)?.id ?? null) };
    });
  }

  private async recount(lead: Lead, tx: Tx): Promise<void> {
    const asked = (await this.enquiries.ofLead(lead.id, tx)).map((enquiry) => enquiry.receivedAt);
    await this.leads.save(recounted(lead, asked), tx);
    if (lead.customerId) await this.milestones.follow(lead.customerId, tx);
  }
}
