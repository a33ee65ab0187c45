import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { reopen } from '../../domain/acquisition/lead-steps.js';
import { requireReason } from '../../domain/customer/correction.js';
import { leadMachine } from '../../domain/enquiry/lead.machine.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { LeadDeadlines } from './lead-deadlines.js';
import { LeadDuplicates } from './lead-duplicates.js';

export interface ReopenLeadRequest {
  readonly requestKey?: string | null;
  readonly leadId: string;
  readonly reason: string;
}

/** Takes a lost lead up again, once, with the reason; not when another one with its number was opened meanwhile [2.8]. */
@Injectable()
export class ReopenLead {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leads: Leads,
    private readonly duplicates: LeadDuplicates,
    private readonly deadlines: LeadDeadlines,
  ) {}

  execute(actor: Actor, input: ReopenLeadRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'reopen-lead', actor, input }, async (tx) => {
      const lead = await this.leads.get(input.leadId, tx);
      requireInScope(actor, lead.salespersonId, { noun: 'lead', id: lead.id });
      leadMachine.next(lead.state, 'reopen');
      const reason = requireReason(input.reason);
      await this.duplicates.admit(actor, { phone: lead.phone, because: lead.duplicateBecause }, tx);
      const at = this.deadlines.clock.now();
      const again = reopen(lead, { by, at, reason }, await this.deadlines.promise(lead.channel, at));
      return (await this.leads.save(again, tx)).id;
    });
  }
}
