import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { convert } from '../../domain/acquisition/lead-steps.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { CustomerDesk } from '../customer/customer-desk.js';

export interface ConvertLeadRequest {
  readonly requestKey?: string | null;
  readonly leadId: string;
  readonly customerId: string;
}

/** The prospect turns out to be a customer on file: the lead is converted to him, exactly once [2.8]. */
@Injectable()
export class ConvertLead {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leads: Leads,
    private readonly customers: CustomerDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ConvertLeadRequest): Promise<string> {
    return this.work.once({ operation: 'convert-lead', actor, input }, async (tx) => {
      const lead = await this.leads.get(input.leadId, tx);
      requireInScope(actor, lead.salespersonId, { noun: 'lead', id: lead.id });
      const customer = await this.customers.hold(actor, input.customerId, tx);
      return (await this.leads.save(convert(lead, customer.id, this.clock.now()), tx)).id;
    });
  }
}
