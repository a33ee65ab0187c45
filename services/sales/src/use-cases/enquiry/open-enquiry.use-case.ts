import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Lead } from '../../domain/enquiry/lead.js';
import { openEnquiry } from '../../domain/enquiry/enquiry.js';
import { enquire } from '../../domain/acquisition/lead-steps.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { Enquiries } from '../../persistence/enquiry/enquiry.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { CustomerDesk } from '../customer/customer-desk.js';
import { WorkingDeadlines } from '../working-deadlines.js';

export interface OpenEnquiryRequest {
  readonly requestKey?: string | null;
  readonly leadId?: string | null;
  readonly customerId?: string | null;
  readonly note?: string | null;
}

/** Receives an enquiry; the first answer is due within the promised working time, to a customer by his grade [1.6, 3.10, 4.1]. */
@Injectable()
export class OpenEnquiry {
  constructor(
    private readonly work: UnitOfWork,
    private readonly enquiries: Enquiries,
    private readonly leads: Leads,
    private readonly customers: CustomerDesk,
    private readonly deadlines: WorkingDeadlines,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: OpenEnquiryRequest): Promise<string> {
    return this.work.once({ operation: 'open-enquiry', actor, input }, async (tx) => {
      if (!input.leadId && !input.customerId) throw new DomainError('ENQUIRY_SOURCE_MISSING', {}, 'leadId');
      const lead = input.leadId ? await this.enquireLead(actor, input.leadId, tx) : null;
      if (lead?.customerId && input.customerId && lead.customerId !== input.customerId)
        throw new DomainError('ENQUIRY_OF_ANOTHER', {}, 'customerId');
      const customerId = input.customerId ?? lead?.customerId ?? null;
      const customer = customerId ? await this.customers.hold(actor, customerId, tx) : null;
      // Whoever writes it down: it is the salesperson's whose customer or lead asked.
      const salespersonId = customer?.ownerId ?? lead?.salespersonId ?? employeeIdOf(actor);
      const grade = customer?.grades.at(-1)?.grade ?? null;
      const receivedAt = this.clock.now();
      const firstResponseDueAt = await this.deadlines.firstResponseDueAt(grade, receivedAt);
      const source = { leadId: input.leadId ?? null, customerId, salespersonId, note: input.note ?? null };
      return (await this.enquiries.insert(openEnquiry({ id: newId('enq'), ...source, receivedAt, firstResponseDueAt }), tx)).id;
    });
  }

  private async enquireLead(actor: Actor, leadId: string, tx: Tx): Promise<Lead> {
    const lead = await this.leads.get(leadId, tx);
    requireInScope(actor, lead.salespersonId, { noun: 'lead', id: leadId });
    return this.leads.save(enquire(lead, this.clock.now()), tx);
  }
}
