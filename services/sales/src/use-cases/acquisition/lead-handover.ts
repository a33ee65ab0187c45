import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import type { LeadAssignment } from '../../domain/acquisition/assignment.js';
import { assign } from '../../domain/acquisition/lead-steps.js';
import type { Lead } from '../../domain/enquiry/lead.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { Enquiries, Proposals } from '../../persistence/enquiry/enquiry.repository.js';

/** Gives a lead to a colleague; what was asked and proposed on it goes along. */
@Injectable()
export class LeadHandover {
  constructor(
    private readonly leads: Leads,
    private readonly enquiries: Enquiries,
    private readonly proposals: Proposals,
  ) {}

  async give(lead: Lead, assignment: LeadAssignment, tx: Tx): Promise<void> {
    const { salespersonId } = assignment;
    await this.leads.save(assign(lead, assignment), tx);
    for (const enquiry of await this.enquiries.ofLead(lead.id, tx)) {
      await this.enquiries.save({ ...enquiry, salespersonId }, tx);
      for (const proposal of await this.proposals.ofEnquiry(enquiry.id, tx)) await this.proposals.save({ ...proposal, salespersonId }, tx);
    }
  }
}
