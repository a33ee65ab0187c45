import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { requireReason } from '../../domain/customer/correction.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { Partners } from '../../persistence/acquisition/source.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';

export interface RevealContactRequest {
  readonly leadId?: string | null;
  readonly partnerId?: string | null;
  readonly reason: string;
}

export interface RevealedContact {
  readonly name: string | null;
  readonly phone: string | null;
}

type Look = { readonly by: string; readonly reason: string; readonly at: Date };

/** Shows name and number of a prospect or of a partner's contact in full, to call him; who looked, when and why is kept [3.7]. */
@Injectable()
export class RevealContact {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leads: Leads,
    private readonly partners: Partners,
    private readonly clock: BusinessClock,
  ) {}

  /** Never under a request key: what was shown must not be stored with it. */
  execute(actor: Actor, input: RevealContactRequest): Promise<RevealedContact> {
    const by = employeeIdOf(actor);
    return this.work.run({ operation: 'reveal-contact', actor }, async (tx) => {
      if (!input.leadId === !input.partnerId) throw new DomainError('INPUT_INVALID', { problem: 'name one lead or one partner' }, 'leadId');
      const look = { by, reason: requireReason(input.reason), at: this.clock.now() };
      return input.leadId ? this.lead(actor, { leadId: input.leadId, look }, tx) : this.partner(input.partnerId ?? '', look, tx);
    });
  }

  private async lead(actor: Actor, { leadId, look }: { leadId: string; look: Look }, tx: Tx): Promise<RevealedContact> {
    const lead = await this.leads.get(leadId, tx);
    requireInScope(actor, lead.salespersonId, { noun: 'lead', id: leadId });
    await this.leads.save({ ...lead, views: [...lead.views, look] }, tx);
    return { name: lead.contactName, phone: lead.phone };
  }

  private async partner(partnerId: string, look: Look, tx: Tx): Promise<RevealedContact> {
    const partner = await this.partners.get(partnerId, tx);
    await this.partners.save({ ...partner, views: [...partner.views, look] }, tx);
    return { name: partner.contactName, phone: partner.contactPhone };
  }
}
