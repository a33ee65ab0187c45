import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { admitNumber } from '../../domain/acquisition/duplicate.js';
import type { KnownNumber } from '../../domain/acquisition/duplicate.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { isInScope } from '../../persistence/sales-scope.js';

export interface NumberToAdmit {
  readonly phone: string | null;
  /** Why there shall be a second one. */
  readonly because: string | null;
}

/** Whether somebody is in touch with a mobile number already. */
@Injectable()
export class LeadDuplicates {
  constructor(
    private readonly leads: Leads,
    private readonly customers: Customers,
  ) {}

  /** The reason under which a second one is opened, or null. Throws as `admitNumber`. */
  async admit(actor: Actor, { phone, because }: NumberToAdmit, tx: Tx): Promise<string | null> {
    if (phone === null) return null;
    const known: KnownNumber[] = [];
    const lead = await this.leads.openWithPhone(phone, tx);
    if (lead) known.push({ kind: 'LEAD', id: lead.id, inScope: isInScope(actor, lead.salespersonId) });
    const customer = await this.customers.withPhone(phone, tx);
    if (customer) known.push({ kind: 'CUSTOMER', id: customer.id, inScope: isInScope(actor, customer.ownerId) });
    return admitNumber(known, because);
  }
}
