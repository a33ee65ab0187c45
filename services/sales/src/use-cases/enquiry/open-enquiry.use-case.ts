import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { CustomerGrade } from '../../domain/customer/scorecard/grade.js';
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
    const salespersonId = employeeIdOf(actor);
    return this.work.once({ operation: 'open-enquiry', actor, input }, async (tx) => {
      if (!input.leadId && !input.customerId) throw new DomainError('ENQUIRY_SOURCE_MISSING', {}, 'leadId');
      const fromLead = input.leadId ? await this.enquireLead(actor, input.leadId, tx) : null;
      const customerId = input.customerId ?? fromLead;
      const grade = customerId ? await this.gradeOf(actor, customerId, tx) : null;
      const receivedAt = this.clock.now();
      const firstResponseDueAt = await this.deadlines.firstResponseDueAt(grade, receivedAt);
      const source = { leadId: input.leadId ?? null, customerId, salespersonId, note: input.note ?? null };
      return (await this.enquiries.insert(openEnquiry({ id: newId('enq'), ...source, receivedAt, firstResponseDueAt }), tx)).id;
    });
  }

  private async enquireLead(actor: Actor, leadId: string, tx: Tx): Promise<string | null> {
    const lead = await this.leads.get(leadId, tx);
    requireInScope(actor, lead.salespersonId, { noun: 'lead', id: leadId });
    await this.leads.save(enquire(lead, this.clock.now()), tx);
    return lead.customerId;
  }

  private async gradeOf(actor: Actor, customerId: string, tx: Tx): Promise<CustomerGrade | null> {
    const customer = await this.customers.hold(actor, customerId, tx);
    return customer.grades.at(-1)?.grade ?? null;
  }
}
