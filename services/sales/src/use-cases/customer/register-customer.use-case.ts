import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { convert } from '../../domain/acquisition/lead-steps.js';
import type { Customer } from '../../domain/customer/customer-file.js';
import { checkIdentity, identityNumberOf } from '../../domain/customer/customer.js';
import type { Identity } from '../../domain/customer/customer.js';
import { completenessOf, emptyProfile, mergeProfile } from '../../domain/customer/profile.js';
import { nextVisitOn } from '../../domain/customer/service-plan.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { WorkingDeadlines } from '../working-deadlines.js';
import { identityClaim, profileChange } from './customer-request.js';
import type { IdentityRequest, ProfileRequest } from './customer-request.js';

export interface RegisterCustomerRequest {
  readonly requestKey?: string | null;
  readonly identity: IdentityRequest;
  readonly profile?: ProfileRequest | null;
  readonly leadId?: string | null;
}

/** Opens a customer's file on an identity that adds up, once per identity; the lead that he came from is converted [3.5-3.8]. */
@Injectable()
export class RegisterCustomer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly customers: Customers,
    private readonly leads: Leads,
    private readonly deadlines: WorkingDeadlines,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RegisterCustomerRequest): Promise<string> {
    const ownerId = employeeIdOf(actor);
    return this.work.once({ operation: 'register-customer', actor, input }, async (tx) => {
      const today = this.clock.today();
      const identity = checkIdentity(identityClaim(input.identity), today);
      if (await this.customers.byIdentity(identityNumberOf(identity), tx)) throw new DomainError('CUSTOMER_EXISTS', {}, 'identity');
      const customer = await this.customers.insert(await this.open(identity, input, ownerId), tx);
      if (input.leadId) await this.convert(input.leadId, customer.id, actor, tx);
      const { id: customerId, type: customerType, registeredOn } = customer;
      await this.outbox.add(event('sales.customer-registered.v1', customerId, { customerId, customerType, ownerId, registeredOn }), tx);
      return customerId;
    });
  }

  private async open(identity: Identity, input: RegisterCustomerRequest, ownerId: string): Promise<Customer> {
    const today = this.clock.today();
    const profile = mergeProfile(emptyProfile, profileChange(input.profile));
    const { birthDate: _inTheNumber, ...kept } = identity;
    return {
      ...{ id: newId('cus'), version: 0, ...kept, ownerId, leadId: input.leadId ?? null, registeredOn: today, profile },
      filedAt: completenessOf(identity.type, profile).percent === 100 ? this.clock.now() : null,
      ...{ consents: [], corrections: [], grades: [] },
      nextVisitOn: nextVisitOn(null, today, await this.deadlines.visitIntervals(today)),
      owners: [{ ownerId, since: today, reason: 'registered' }],
    };
  }

  private async convert(leadId: string, customerId: string, actor: Actor, tx: Tx): Promise<void> {
    const lead = await this.leads.get(leadId, tx);
    requireInScope(actor, lead.salespersonId, { noun: 'lead', id: leadId });
    await this.leads.save(convert(lead, customerId, this.clock.now()), tx);
  }
}
