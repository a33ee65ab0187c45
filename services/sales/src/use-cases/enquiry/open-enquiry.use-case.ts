import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { enquire } from '../../domain/acquisition/lead-steps.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { Enquiries } from '../../persistence/enquiry/enquiry.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { WorkingDeadlines } from '../working-deadlines.js';

export interface OpenEnquiryRequest {
  readonly requestKey?: string | null;
  readonly leadId?: string | null;
  readonly customerId?: string | null;
  readonly note?: string | null;
}

const NO_NEEDS = { purpose: null, amountFen: null, termMonths: null, method: null };

/** Receives an enquiry; the first answer is due within the promised working time [1.6, 4.1]. */
@Injectable()
export class OpenEnquiry {
  constructor(
    private readonly work: UnitOfWork,
    private readonly enquiries: Enquiries,
    private readonly leads: Leads,
    private readonly customers: Customers,
    private readonly deadlines: WorkingDeadlines,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: OpenEnquiryRequest): Promise<string> {
    const salespersonId = employeeIdOf(actor);
    return this.work.once({ operation: 'open-enquiry', actor, input }, async (tx) => {
      if (!input.leadId && !input.customerId) throw new DomainError('ENQUIRY_SOURCE_MISSING', {}, 'leadId');
      const fromLead = input.leadId ? await this.enquireLead(actor, input.leadId, tx) : null;
      const customerId = input.customerId ?? fromLead;
      if (input.customerId) await this.requireCustomer(actor, input.customerId, tx);
      const receivedAt = this.clock.now();
      const firstResponseDueAt = await this.deadlines.dueAt('deadline.first-response', receivedAt);
      const open = { firstRespondedAt: null, presented: [], needs: NO_NEEDS, note: input.note ?? null };
      const source = { leadId: input.leadId ?? null, customerId, salespersonId };
      return (await this.enquiries.insert({ id: newId('enq'), version: 0, ...source, receivedAt, firstResponseDueAt, ...open }, tx)).id;
    });
  }

  private async enquireLead(actor: Actor, leadId: string, tx: Tx): Promise<string | null> {
    const lead = await this.leads.get(leadId, tx);
    requireInScope(actor, lead.salespersonId, { noun: 'lead', id: leadId });
    await this.leads.save(enquire(lead, this.clock.now()), tx);
    return lead.customerId;
  }

  private async requireCustomer(actor: Actor, customerId: string, tx: Tx): Promise<void> {
    const customer = await this.customers.get(customerId, tx);
    requireInScope(actor, customer.ownerId, { noun: 'customer', id: customerId });
  }
}
