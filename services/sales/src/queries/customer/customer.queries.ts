import { Injectable } from '@nestjs/common';
import { FieldCipher, maskAddress, maskIdentity, maskPhone } from '@weilend/auth';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { consentsInForce } from '../../domain/customer/consent.js';
import type { Customer } from '../../domain/customer/customer-file.js';
import { completenessOf } from '../../domain/customer/profile.js';
import type { Completeness } from '../../domain/customer/profile.js';
import { GRADE_PLANS } from '../../domain/customer/service-plan.js';
import type { GradePlan } from '../../domain/customer/service-plan.js';
import type { ReturnVisit } from '../../domain/care/return-visit.js';
import { visitCollection } from '../../persistence/care/visit.schema.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { customerCollection } from '../../persistence/customer/customer.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst, toPlain } from '../rows.js';

/** A customer as the graph shows him: personal data masked, history without values [3.7]. */
export interface CustomerView extends Omit<Customer, 'corrections' | 'consents'> {
  readonly completeness: Completeness;
  readonly servicePlan: GradePlan | null;
  readonly consents: readonly (Customer['consents'][number] & { readonly inForce: boolean })[];
  readonly corrections: readonly {
    readonly id: string;
    readonly reason: string;
    readonly by: string;
    readonly at: Date;
    readonly fields: readonly string[];
  }[];
}

export interface CustomerFilter extends PageRequest {
  readonly type?: string | null;
  readonly grade?: string | null;
  /** Exact identity number, mobile number or name; or the last four of one of the numbers. */
  readonly identity?: string | null;
  readonly phone?: string | null;
  readonly name?: string | null;
  readonly visitDue?: boolean | null;
}

/** The read side of customers, in the scope of who asks. */
@Injectable()
export class CustomerQueries {
  constructor(
    private readonly database: Database,
    private readonly customers: Customers,
    private readonly cipher: FieldCipher,
    private readonly clock: BusinessClock,
  ) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<CustomerView[]> {
    const rows = await newestFirst(this.model(), { _id: { $in: [...ids] }, ...salesScope(actor, 'ownerId') });
    return rows.map((row) => this.toView(row));
  }

  list(wanted: CustomerFilter, actor: Actor): Promise<Page<CustomerView>> {
    const { type, grade, visitDue, first, after } = wanted;
    const filter = {
      ...salesScope(actor, 'ownerId'),
      ...(type ? { type } : {}),
      ...(grade ? { grade } : {}),
      ...(visitDue ? { nextVisitOn: { $lte: this.clock.today() } } : {}),
      ...this.exact(wanted),
    };
    return pageOf(this.model(), { first, after }, { filter, map: (row) => this.toView(row) });
  }

  /** Everything, unmasked; only after the look was written down. */
  async unmasked(id: string, actor: Actor): Promise<Customer | null> {
    const [row] = await newestFirst(this.model(), { _id: id, ...salesScope(actor, 'ownerId') });
    return row ? this.customers.fromRow(row) : null;
  }

  /** What each grade means. */
  gradePlans(): readonly GradePlan[] {
    return Object.values(GRADE_PLANS);
  }

  async visitsOf(customerIds: readonly string[]): Promise<ReturnVisit[]> {
    const rows = await newestFirst(this.database.model(visitCollection), { customerId: { $in: [...customerIds] } });
    return rows.map((row) => toPlain<ReturnVisit>(row));
  }

  private exact({ identity, phone, name }: CustomerFilter): Record<string, string> {
    const tail = (text: string): boolean => /^[\dX]{4}$/i.test(text);
    return {
      ...(identity && tail(identity) ? { identityTail: this.cipher.blindIndex('identity-tail', identity) } : {}),
      ...(identity && !tail(identity) ? { identityIndex: this.cipher.blindIndex('identity', identity) } : {}),
      ...(phone && tail(phone) ? { phoneTail: this.cipher.blindIndex('phone-tail', phone) } : {}),
      ...(phone && !tail(phone) ? { phoneIndex: this.cipher.blindIndex('phone', phone) } : {}),
      ...(name ? { nameIndex: this.cipher.blindIndex('name', name) } : {}),
    };
  }

  private toView(row: Stored): CustomerView {
    const customer = this.customers.fromRow(row);
    const grade = customer.grades.at(-1)?.grade;
    const inForce = new Set(consentsInForce(customer.consents, this.clock.today()).map(({ id }) => id));
    return {
      ...customer,
      residentId: maskIdentity(customer.residentId),
      phone: maskPhone(customer.phone),
      address: maskAddress(customer.address),
      completeness: completenessOf(customer.type, customer.profile),
      servicePlan: grade ? GRADE_PLANS[grade] : null,
      consents: customer.consents.map((consent) => ({ ...consent, inForce: inForce.has(consent.id) })),
      corrections: customer.corrections.map(({ fields, ...rest }) => ({ ...rest, fields: fields.map(({ field }) => field) })),
    };
  }

  private model() {
    return this.database.model(customerCollection);
  }
}
