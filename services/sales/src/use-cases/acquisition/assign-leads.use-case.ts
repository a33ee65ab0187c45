import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { GivingWay } from '../../domain/acquisition/assignment.js';
import { assign, requireUnassigned } from '../../domain/acquisition/lead-steps.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { LeadAssigner } from './lead-assigner.js';

export interface AssignLeadsRequest {
  readonly requestKey?: string | null;
  readonly leadIds: readonly string[];
  readonly how: GivingWay;
  /** For HAND. */
  readonly toEmployeeId?: string | null;
}

const MOST = 100;

/** Gives leads that nobody looks after to salespeople, all of them or none; when two give out one lead at once, one wins [2.8]. */
@Injectable()
export class AssignLeads {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leads: Leads,
    private readonly assigner: LeadAssigner,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AssignLeadsRequest): Promise<readonly string[]> {
    const by = employeeIdOf(actor);
    const { how } = input;
    return this.work.once({ operation: 'assign-leads', actor, input, inTurn: 'assign-leads' }, async (tx) => {
      const leadIds = [...new Set(input.leadIds)];
      if (leadIds.length < 1 || leadIds.length > MOST)
        throw new DomainError('INPUT_INVALID', { problem: `name 1 to ${MOST} leads` }, 'leadIds');
      for (const leadId of leadIds) {
        const lead = await this.leads.get(leadId, tx);
        requireUnassigned(lead);
        const wish = { how, toEmployeeId: input.toEmployeeId ?? null, district: lead.district };
        const salespersonId = await this.assigner.choose(wish, tx);
        await this.leads.save(assign(lead, { salespersonId, how, by, reason: null, at: this.clock.now() }), tx);
      }
      return leadIds;
    });
  }
}
