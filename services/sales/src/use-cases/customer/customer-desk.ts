import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { Customer } from '../../domain/customer/customer-file.js';
import { requireUnmerged } from '../../domain/customer/merge.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { requireInScope, requireReadable } from '../../persistence/sales-scope.js';

/** Loads a customer for somebody who may serve him. */
@Injectable()
export class CustomerDesk {
  constructor(readonly customers: Customers) {}

  /** Throws DomainError NOT_FOUND, also for another salesperson's customer [3.7], and CUSTOMER_MERGED for a file that another one took over. */
  async get(actor: Actor, customerId: string, tx: Tx): Promise<Customer> {
    const customer = await this.customers.get(customerId, tx);
    requireInScope(actor, customer.ownerId, { noun: 'customer', id: customerId });
    requireUnmerged(customer, 'customerId');
    return customer;
  }

  /**
   * The same for an act that hangs something on the customer without changing his file: a hand-over or a merge at the same moment takes
   * it along or makes this act look again. The customer must not be saved after it.
   */
  async hold(actor: Actor, customerId: string, tx: Tx): Promise<Customer> {
    const customer = await this.get(actor, customerId, tx);
    await this.customers.lock(customerId, tx);
    return customer;
  }

  /** To look, not to act: throws DomainError NOT_FOUND likewise. */
  async read(actor: Actor, customerId: string, tx: Tx): Promise<Customer> {
    const customer = await this.customers.get(customerId, tx);
    requireReadable(actor, customer.ownerId, { noun: 'customer', id: customerId });
    return customer;
  }
}
