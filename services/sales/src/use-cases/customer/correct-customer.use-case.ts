import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { correctedFields, namesAnother, requireReason } from '../../domain/customer/correction.js';
import type { Customer } from '../../domain/customer/customer-file.js';
import { checkIdentity, identityNumberOf } from '../../domain/customer/customer.js';
import type { Identity } from '../../domain/customer/customer.js';
import type { IdentityOverride } from '../../domain/customer/identity-override.js';
import { CustomerStanding } from '../grading/customer-standing.js';
import { CustomerDesk } from './customer-desk.js';
import { IdentityEvidence } from './identity-evidence.js';
import type { OverrideRequest } from './identity-evidence.js';

export interface CorrectCustomerRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
  readonly reason: string;
  readonly name?: string | null;
  readonly residentId?: string | null;
  readonly creditCode?: string | null;
  readonly representativeName?: string | null;
  readonly phone?: string | null;
  readonly address?: string | null;
  /** The sales manager accepts a number that does not pass the check. */
  readonly override?: OverrideRequest | null;
}

/** Corrects who a customer is; the old value stays in the history, encrypted, beside the reason and the person [1.5, 3.6]. */
@Injectable()
export class CorrectCustomer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CustomerDesk,
    private readonly evidence: IdentityEvidence,
    private readonly standing: CustomerStanding,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CorrectCustomerRequest): Promise<string> {
    return this.work.once({ operation: 'correct-customer', actor, input }, async (tx) => {
      const customer = await this.desk.get(actor, input.customerId, tx);
      const reason = requireReason(input.reason);
      const overrides = [...customer.overrides, ...(await this.accepted(actor, input, tx))];
      const { birthDate: _inTheNumber, ...identity } = checkIdentity(claimOf(customer, input), this.clock.today(), overrides);
      const fields = correctedFields(customer, identity);
      await this.requireFree(customer, identity, tx);
      const correction = { id: newId('cor'), reason, by: employeeIdOf(actor), at: this.clock.now(), fields };
      const corrected = { ...customer, ...identity, overrides, corrections: [...customer.corrections, correction] };
      await this.desk.customers.save(await this.standing.graded(corrected, 'CORRECTION', tx), tx);
      if (namesAnother(fields)) {
        const data = { customerId: customer.id, changedBy: correction.by, changedOn: this.clock.today() };
        await this.outbox.add(event('sales.representative-changed.v1', customer.id, data), tx);
      }
      return customer.id;
    });
  }

  private async accepted(actor: Actor, input: CorrectCustomerRequest, tx: Tx): Promise<IdentityOverride[]> {
    const { override, customerId } = input;
    if (!override) return [];
    const subject = { kind: 'customer', id: customerId };
    return [await this.evidence.accept(actor, override, { customerId, number: input[override.field] ?? null, subject }, tx)];
  }

  private async requireFree(customer: Customer, identity: Pick<Identity, 'type' | 'residentId' | 'creditCode'>, tx: Tx): Promise<void> {
    const holder = await this.desk.customers.byIdentity(identityNumberOf(identity), tx);
    if (holder && holder.id !== customer.id) throw new DomainError('CUSTOMER_EXISTS', {}, 'residentId');
  }
}

function claimOf(customer: Customer, input: CorrectCustomerRequest) {
  return {
    type: customer.type,
    name: input.name ?? customer.name,
    residentId: input.residentId ?? customer.residentId,
    creditCode: input.creditCode ?? customer.creditCode,
    representativeName: input.representativeName ?? customer.representativeName,
    phone: input.phone ?? customer.phone,
    address: input.address ?? customer.address,
  };
}
