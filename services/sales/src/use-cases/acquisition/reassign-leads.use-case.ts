import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { GivingWay } from '../../domain/acquisition/assignment.js';
import { requireReason } from '../../domain/customer/correction.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { LeadAssigner } from './lead-assigner.js';
import { LeadHandover } from './lead-handover.js';

export interface ReassignLeadsRequest {
  readonly requestKey?: string | null;
  /** Who left or is away. */
  readonly fromEmployeeId: string;
  readonly how: GivingWay;
  /** For HAND. */
  readonly toEmployeeId?: string | null;
  readonly reason: string;
}

export interface ReassignedLeads {
  readonly moved: number;
  /** Open leads that are still with him: repeat it. */
  readonly left: number;
}

const MOST = 100;

/** Gives the open leads of somebody who left or is away to colleagues, the oldest first, a hundred at a time [2.8]. */
@Injectable()
export class ReassignLeads {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leads: Leads,
    private readonly handover: LeadHandover,
    private readonly assigner: LeadAssigner,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ReassignLeadsRequest): Promise<ReassignedLeads> {
    const by = employeeIdOf(actor);
    const { fromEmployeeId: except, how } = input;
    return this.work.once({ operation: 'reassign-leads', actor, input, inTurn: 'assign-leads' }, async (tx) => {
      const reason = requireReason(input.reason);
      if (input.toEmployeeId === except) throw new DomainError('LEAD_ASSIGNED', { leadId: '', salespersonId: except }, 'toEmployeeId');
      const open = await this.leads.openOf(except, MOST, tx);
      for (const lead of open) {
        const wish = { how, toEmployeeId: input.toEmployeeId ?? null, district: lead.district, except };
        const salespersonId = await this.assigner.choose(wish, tx);
        await this.handover.give(lead, { salespersonId, how, by, reason, at: this.clock.now() }, tx);
      }
      return { moved: open.length, left: (await this.leads.loadOf([except], tx)).get(except) ?? 0 };
    });
  }
}
