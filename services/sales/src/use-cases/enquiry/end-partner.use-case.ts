import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { endPartnership } from '../../domain/acquisition/partner.js';
import { requireReason } from '../../domain/customer/correction.js';
import { Partners } from '../../persistence/acquisition/source.repository.js';

export interface EndPartnerRequest {
  readonly requestKey?: string | null;
  readonly partnerId: string;
  readonly reason?: string | null;
}

/** Takes a partner off the active list, with the reason: no lead may name it any more [3.4]. */
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
      const reason = input.reason ? requireReason(input.reason) : null;
      return (await this.partners.save(endPartnership(partner, this.clock.today(), reason), tx)).id;
    });
  }
}
