import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { parseCreditCode } from '../../domain/customer/credit-code.js';
import { Partners } from '../../persistence/enquiry/enquiry.repository.js';

export interface AddPartnerRequest {
  readonly requestKey?: string | null;
  readonly name: string;
  readonly creditCode: string;
}

/** Puts an institution on the list of partners that may send us customers [3.4]. */
@Injectable()
export class AddPartner {
  constructor(
    private readonly work: UnitOfWork,
    private readonly partners: Partners,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AddPartnerRequest): Promise<string> {
    return this.work.once({ operation: 'add-partner', actor, input }, async (tx) => {
      const name = input.name.trim();
      if (name.length < 2) throw new DomainError('NAME_INVALID', {}, 'name');
      const creditCode = parseCreditCode(input.creditCode, 'creditCode');
      if (await this.partners.byCreditCode(creditCode, tx)) throw new DomainError('PARTNER_EXISTS', {}, 'creditCode');
      const addedBy = employeeIdOf(actor);
      const partner = { id: newId('ptn'), version: 0, name, creditCode, active: true, addedBy, addedOn: this.clock.today(), endedOn: null };
      return (await this.partners.insert(partner, tx)).id;
    });
  }
}
