import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { requireReason } from '../../domain/customer/correction.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { LeadAssigner } from './lead-assigner.js';
import { LeadHandover } from './lead-handover.js';

export interface ReassignLeadRequest {
  readonly requestKey?: string | null;
  readonly leadId: string;
  /** Who has it as far as the manager knows: when another one has it meanwhile, nothing is changed. */
  readonly fromEmployeeId?: string | null;
  readonly toEmployeeId: string;
  readonly reason: string;
}

/** Gives a lead to a colleague, with the reason; what was asked and proposed on it goes along, and the promise to the prospect stays [2.8]. */
@Injectable()
export class ReassignLead {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leads: Leads,
    private readonly handover: LeadHandover,
    private readonly assigner: LeadAssigner,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ReassignLeadRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'reassign-lead', actor, input }, async (tx) => {
      const lead = await this.leads.get(input.leadId, tx);
      if (input.fromEmployeeId && lead.salespersonId !== input.fromEmployeeId)
        throw new DomainError('LEAD_ASSIGNED', { leadId: lead.id, salespersonId: lead.salespersonId ?? '' }, 'fromEmployeeId');
      const reason = requireReason(input.reason);
      const salespersonId = await this.assigner.requireSalesperson(input.toEmployeeId, tx);
      await this.handover.give(lead, { salespersonId, how: 'HAND', by, reason, at: this.clock.now() }, tx);
      return lead.id;
    });
  }
}
