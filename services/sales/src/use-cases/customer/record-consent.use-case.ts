import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import { BusinessClock, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { validUntilOf } from '../../domain/customer/consent.js';
import type { ConsentKind } from '../../domain/customer/consent.js';
import { requireReason } from '../../domain/customer/correction.js';
import { CustomerDesk } from './customer-desk.js';

export interface RecordConsentRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
  readonly kind: ConsentKind;
  readonly purpose: string;
  readonly textVersion: string;
  readonly fileId: string;
}

/** Keeps a written consent with its signed paper; its last day is the parameter consent.validity [4.10]. */
@Injectable()
export class RecordConsent {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CustomerDesk,
    private readonly files: Files,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordConsentRequest): Promise<string> {
    return this.work.once({ operation: 'record-consent', actor, input }, async (tx) => {
      const customer = await this.desk.get(actor, input.customerId, tx);
      const purpose = requireReason(input.purpose, 'purpose');
      const givenOn = this.clock.today();
      const id = newId('cns');
      const file = await this.files.attach(
        input.fileId,
        { subject: { kind: 'customer', id: customer.id }, to: { kind: 'consent', id } },
        tx,
      );
      const validUntil = validUntilOf(givenOn, await this.parameters.number('consent.validity', givenOn));
      const { kind, textVersion } = input;
      const consent = { id, kind, purpose, textVersion, fileId: file.id, evidenceHash: file.sha256, givenOn, validUntil };
      await this.desk.customers.save({ ...customer, consents: [...customer.consents, consent] }, tx);
      return customer.id;
    });
  }
}
