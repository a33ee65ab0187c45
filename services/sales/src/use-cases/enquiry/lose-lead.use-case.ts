import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { requireReason } from '../../domain/customer/correction.js';
import { leadMachine } from '../../domain/enquiry/lead.machine.js';
import { Leads } from '../../persistence/enquiry/enquiry.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';

export interface LoseLeadRequest {
  readonly requestKey?: string | null;
  readonly leadId: string;
  readonly reason: string;
}

/** Closes a lead that leads to nothing, with the reason [2.8]. */
@Injectable()
export class LoseLead {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leads: Leads,
  ) {}

  execute(actor: Actor, input: LoseLeadRequest): Promise<string> {
    return this.work.once({ operation: 'lose-lead', actor, input }, async (tx) => {
      const lead = await this.leads.get(input.leadId, tx);
      requireInScope(actor, lead.salespersonId, { noun: 'lead', id: lead.id });
      const lost = { ...lead, state: leadMachine.next(lead.state, 'lose'), lostBecause: requireReason(input.reason) };
      return (await this.leads.save(lost, tx)).id;
    });
  }
}
