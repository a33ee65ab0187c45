import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { renew } from '../../domain/acquisition/partner.js';
import { parseMobile } from '../../domain/customer/mobile.js';
import { Partners } from '../../persistence/acquisition/source.repository.js';
import { agreementOf } from '../enquiry/add-partner.use-case.js';
import type { AgreementRequest } from '../enquiry/add-partner.use-case.js';

export interface RenewPartnerRequest {
  readonly requestKey?: string | null;
  readonly partnerId: string;
  readonly agreement: AgreementRequest;
  /** Kept as they are when left out. */
  readonly contactName?: string | null;
  readonly contactPhone?: string | null;
}

/** Puts the next agreement under a partner; those before it stay readable [3.4]. */
@Injectable()
export class RenewPartner {
  constructor(
    private readonly work: UnitOfWork,
    private readonly partners: Partners,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RenewPartnerRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'renew-partner', actor, input }, async (tx) => {
      const partner = await this.partners.get(input.partnerId, tx);
      const renewed = renew(partner, agreementOf(input.agreement, by, this.clock.now()));
      const contactPhone = input.contactPhone ? parseMobile(input.contactPhone, 'contactPhone') : renewed.contactPhone;
      const contactName = input.contactName?.trim() || renewed.contactName;
      return (await this.partners.save({ ...renewed, contactName, contactPhone }, tx)).id;
    });
  }
}
