import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { lose } from '../../domain/acquisition/lead-steps.js';
import { requireReason } from '../../domain/customer/correction.js';
import type { LossCause } from '../../domain/enquiry/lead.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';

export interface LoseLeadRequest {
  readonly requestKey?: string | null;
  readonly leadId: string;
  /** OTHER when left out. */
  readonly cause?: LossCause | null;
  readonly reason: string;
}

/** Closes a lead that leads to nothing, with the cause and the reason [2.8]. */
@Injectable()
export class LoseLead {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leads: Leads,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: LoseLeadRequest): Promise<string> {
    return this.work.once({ operation: 'lose-lead', actor, input }, async (tx) => {
      const lead = await this.leads.get(input.leadId, tx);
      requireInScope(actor, lead.salespersonId, { noun: 'lead', id: lead.id });
      const loss = { cause: input.cause ?? 'OTHER', because: requireReason(input.reason), at: this.clock.now() };
      return (await this.leads.save(lose(lead, loss), tx)).id;
    });
  }
}
