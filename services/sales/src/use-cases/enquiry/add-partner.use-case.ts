import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkAgreement } from '../../domain/acquisition/partner.js';
import type { Agreement, Partner } from '../../domain/acquisition/partner.js';
import { parseCreditCode } from '../../domain/customer/credit-code.js';
import { parseMobile } from '../../domain/customer/mobile.js';
import { Partners } from '../../persistence/acquisition/source.repository.js';

export interface AgreementRequest {
  readonly agreementNo: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly feeTerms?: string | null;
}

export interface AddPartnerRequest {
  readonly requestKey?: string | null;
  readonly name: string;
  readonly creditCode: string;
  readonly agreement?: AgreementRequest | null;
  readonly contactName?: string | null;
  readonly contactPhone?: string | null;
}

/** Puts an institution on the list of partners that may send us customers, under its agreement [3.4]. */
@Injectable()
export class AddPartner {
  constructor(
    private readonly work: UnitOfWork,
    private readonly partners: Partners,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AddPartnerRequest): Promise<string> {
    const addedBy = employeeIdOf(actor);
    return this.work.once({ operation: 'add-partner', actor, input }, async (tx) => {
      const name = input.name.trim();
      if (name.length < 2) throw new DomainError('NAME_INVALID', {}, 'name');
      const creditCode = parseCreditCode(input.creditCode, 'creditCode');
      if (await this.partners.byCreditCode(creditCode, tx)) throw new DomainError('PARTNER_EXISTS', {}, 'creditCode');
      const partner: Partner = {
        ...{ id: newId('ptn'), version: 0, name, creditCode, active: true, addedBy, addedOn: this.clock.today() },
        ...{ endedOn: null, endedBecause: null, contactName: input.contactName?.trim() || null },
        contactPhone: input.contactPhone ? parseMobile(input.contactPhone, 'contactPhone') : null,
        views: [],
        agreements: input.agreement ? [checkAgreement(agreementOf(input.agreement, addedBy, this.clock.now()))] : [],
      };
      return (await this.partners.insert(partner, tx)).id;
    });
  }
}

export function agreementOf(request: AgreementRequest, by: string, at: Date): Agreement {
  const { agreementNo, validFrom, validTo, feeTerms } = request;
  return { agreementNo, validFrom, validTo, feeTerms: feeTerms?.trim() || null, by, at };
}
