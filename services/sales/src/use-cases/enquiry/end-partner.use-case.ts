import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Partners } from '../../persistence/enquiry/enquiry.repository.js';

export interface EndPartnerRequest {
  readonly requestKey?: string | null;
  readonly partnerId: string;
}

/** Takes a partner off the active list: no lead may name it any more [3.4]. */
@Injectable()
export class EndPartner {
  constructor(
    private readonly work: UnitOfWork,
    private readonly partners: Partners,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: EndPartnerRequest): Promise<string> {
    return this.work.once({ operation: 'end-partner', actor, input }, async (tx) => {
      const partner = await this.partners.get(input.partnerId, tx);
      if (!partner.active) throw new DomainError('PARTNER_NOT_ACTIVE', {}, 'partnerId');
      return (await this.partners.save({ ...partner, active: false, endedOn: this.clock.today() }, tx)).id;
    });
  }
}
