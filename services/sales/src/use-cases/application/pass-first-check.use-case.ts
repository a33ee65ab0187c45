import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import type { HandoffData } from '@weilend/contracts';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { LoanApplication } from '../../domain/application/application.js';
import { passCheck } from '../../domain/application/first-check.js';
import { consentsInForce } from '../../domain/customer/consent.js';
import { identityNumberOf } from '../../domain/customer/customer.js';
import { ApplicationDesk } from './application-desk.js';
import { SubmitGateFacts } from './submit-gate-facts.js';
import type { Admitted } from './submit-gate-facts.js';

export interface PassFirstCheckRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
}

/** Passes an application on to the risk department: gate G1 once more, then the handoff, without any personal data [4.6, 4.8]. */
@Injectable()
export class PassFirstCheck {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
    private readonly gate: SubmitGateFacts,
    private readonly handoffs: Handoffs,
    private readonly cipher: FieldCipher,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: PassFirstCheckRequest): Promise<string> {
    return this.work.once({ operation: 'pass-first-check', actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      const passed = passCheck(application, this.clock.now(), this.clock.today());
      const admitted = await this.gate.admit(application, tx);
      const investigationHandoffId = await this.handoffs.send(
        'investigate-application',
        { subject: passed.id, data: this.investigation(passed, admitted) },
        tx,
      );
      return (await this.desk.applications.save({ ...passed, investigationHandoffId }, tx)).id;
    });
  }

  /** What the investigators get: ids, the terms asked at the published price, consents in force, the identity as a blind index. */
  private investigation(application: LoanApplication, { ask, customer, product }: Admitted): HandoffData<'investigate-application'> {
    const { on, ...asked } = ask;
    const consents = consentsInForce(customer.consents, on).map(({ id: consentId, kind, purpose, validUntil, evidenceHash }) => ({
      ...{ consentId, kind, purpose, validUntil, evidenceHash },
    }));
    return {
      applicationId: application.id,
      participants: [...application.participants],
      customerId: application.customerId,
      customerType: application.customerType,
      salespersonId: application.salespersonId,
      ...asked,
      annualRate: product.annualRate,
      round: application.rounds.length,
      identityIndex: this.cipher.blindIndex('identity', identityNumberOf(customer)),
      consents,
    } as HandoffData<'investigate-application'>;
  }
}
