import { Injectable } from '@nestjs/common';
import { DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { identityNumberOf } from '../../domain/customer/customer.js';
import type { IdentityOverride } from '../../domain/customer/identity-override.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { CustomerOpening } from './customer-opening.js';
import { identityClaim, profileChange } from './customer-request.js';
import type { IdentityRequest, ProfileRequest } from './customer-request.js';
import { IdentityEvidence } from './identity-evidence.js';
import type { OverrideRequest } from './identity-evidence.js';

export interface RegisterCustomerRequest {
  readonly requestKey?: string | null;
  readonly identity: IdentityRequest;
  readonly profile?: ProfileRequest | null;
  readonly leadId?: string | null;
  /** The salesperson that the customer is of; who registers when left out. */
  readonly ownerId?: string | null;
  /** The sales manager accepts a number that does not pass the check. */
  readonly override?: OverrideRequest | null;
}

/** Opens a customer's file on an identity that adds up, once per identity; the lead that he came from is converted [3.5-3.8]. */
@Injectable()
export class RegisterCustomer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly customers: Customers,
    private readonly opening: CustomerOpening,
    private readonly evidence: IdentityEvidence,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, input: RegisterCustomerRequest): Promise<string> {
    return this.work.once({ operation: 'register-customer', actor, input }, async (tx) => {
      const id = newId('cus');
      const ownerId = await this.opening.ownerOf(actor, input.ownerId ?? null, tx);
      const overrides = await this.overrides(actor, id, input, tx);
      const claim = identityClaim(input.identity);
      const file = { id, claim, profile: profileChange(input.profile), overrides, leadId: input.leadId ?? null, ownerId };
      const opened = await this.opening.open(file, tx);
      if (await this.customers.byIdentity(identityNumberOf(opened), tx)) throw new DomainError('CUSTOMER_EXISTS', {}, 'identity');
      const { type: customerType, registeredOn } = await this.customers.insert(opened, tx);
      if (input.leadId) await this.opening.convertLead(actor, input.leadId, id, tx);
      await this.outbox.add(event('sales.customer-registered.v1', id, { customerId: id, customerType, ownerId, registeredOn }), tx);
      return id;
    });
  }

  private async overrides(actor: Actor, customerId: string, input: RegisterCustomerRequest, tx: Tx): Promise<IdentityOverride[]> {
    const { override, identity } = input;
    if (!override) return [];
    const subject = { kind: 'employee', id: employeeIdOf(actor) };
    return [await this.evidence.accept(actor, override, { customerId, number: identity[override.field] ?? null, subject }, tx)];
  }
}
