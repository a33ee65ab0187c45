import { Injectable } from '@nestjs/common';
import { FieldCipher, maskAccount, maskAddress, maskIdentity, maskPhone } from '@weilend/auth';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { requiredDocuments } from '../../domain/application/documents.js';
import type { DocumentType } from '../../domain/application/documents.js';
import { liveCards } from '../../domain/customer/bank-card.js';
import { consentsInForce } from '../../domain/customer/consent.js';
import type { CorrectedField } from '../../domain/customer/correction.js';
import type { Customer } from '../../domain/customer/customer-file.js';
import { completenessOf } from '../../domain/customer/profile.js';
import type { Completeness } from '../../domain/customer/profile.js';
import type { GradePlan } from '../../domain/customer/service-plan.js';
import type { ReturnVisit } from '../../domain/care/return-visit.js';
import { visitCollection } from '../../persistence/care/visit.schema.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { customerCollection } from '../../persistence/customer/customer.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst, toPlain } from '../rows.js';
import { ServicePlans } from './service-plans.queries.js';

/** A customer as the graph shows him: personal data masked, history without values [3.7]. */
export interface CustomerView extends Omit<Customer, 'corrections' | 'consents' | 'overrides'> {
  readonly completeness: Completeness;
  readonly servicePlan: GradePlan | null;
  /** Papers that an application of his kind needs. */
  readonly papersNeeded: readonly DocumentType[];
  readonly overrides: readonly Omit<Customer['overrides'][number], 'value' | 'birthDate'>[];
  readonly consents: readonly (Customer['consents'][number] & { readonly inForce: boolean })[];
  readonly corrections: readonly {
    readonly id: string;
    readonly reason: string;
    readonly by: string;
    readonly at: Date;
    readonly fields: readonly string[];
  }[];
}

/** A customer in full: the numbers of his live cards, the preferred one first, and every value that was corrected. */
export interface UnmaskedCustomer extends Customer {
  readonly bankCards: readonly string[];
  readonly correctedValues: readonly (CorrectedField & { readonly reason: string; readonly at: Date })[];
}

/** What a list of something else shows of a customer, his number masked. */
export const CUSTOMER_HEAD = ['id', 'version', 'type', 'name', 'phone', 'nextVisitOn'] as const;
export type CustomerHead = Pick<CustomerView, (typeof CUSTOMER_HEAD)[number]>;

export interface CustomerFilter extends PageRequest {
  readonly type?: string | null;
  readonly grade?: string | null;
  /** Exact identity number, mobile number or name; or the last four of one of the numbers. */
  readonly identity?: string | null;
  readonly phone?: string | null;
  readonly name?: string | null;
  /** Only customers whose visit is due, longest due first. */
  readonly visitDue?: boolean | null;
  /** For who sees more than his own. */
  readonly ownerId?: string | null;
}

/** The read side of customers, in the scope of who asks. */
@Injectable()
export class CustomerQueries {
  constructor(
    private readonly database: Database,
    private readonly customers: Customers,
    private readonly cipher: FieldCipher,
    private readonly plans: ServicePlans,
    private readonly clock: BusinessClock,
  ) {}

  /** A merged file too: whoever holds its id finds where it went. */
  async byIds(ids: readonly string[], actor: Actor): Promise<CustomerView[]> {
    const rows = await newestFirst(this.model(), { _id: { $in: [...ids] }, ...salesScope(actor, 'ownerId') });
    return rows.map(await this.viewer());
  }

  async headsByIds(ids: readonly string[], actor: Actor): Promise<CustomerHead[]> {
    const rows = await newestFirst(this.model(), { _id: { $in: [...ids] }, ...salesScope(actor, 'ownerId') }, CUSTOMER_HEAD);
    return rows.map((row) => ({ ...toPlain<CustomerHead>(row), phone: maskPhone(this.customers.phoneOf(row)) }));
  }

  /** Newest first; those whose visit is due, longest due first. Merged files stand on no list. */
  async list(wanted: CustomerFilter, actor: Actor): Promise<Page<CustomerView>> {
    const { type, grade, visitDue, ownerId, first, after } = wanted;
    const asked = { ...(ownerId ? { ownerId } : {}), ...(type ? { type } : {}), ...(grade ? { grade } : {}), ...this.exact(wanted) };
    const filter = { $and: [{ mergedInto: null, ...asked }, salesScope(actor, 'ownerId')] };
    const map = await this.viewer();
    if (visitDue)
      return duePageOf(this.model(), { first, after }, { filter, field: 'visitDueOn', type: 'string', until: this.clock.today(), map });
    return pageOf(this.model(), { first, after }, { filter, map });
  }

  /** Everything, unmasked; only after the look was written down. */
  async unmasked(id: string, actor: Actor): Promise<UnmaskedCustomer | null> {
    const [row] = await newestFirst(this.model(), { _id: id, ...salesScope(actor, 'ownerId') });
    if (!row) return null;
    const customer = this.customers.fromRow(row);
    const live = liveCards(customer.cards).toSorted((a, b) => Number(b.preferred) - Number(a.preferred));
    const correctedValues = customer.corrections.flatMap(({ fields, reason, at }) => fields.map((field) => ({ ...field, reason, at })));
    return { ...customer, bankCards: live.map((card) => card.number), correctedValues };
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

  /** Rows to views, by the service plans in force. */
  private async viewer(): Promise<(row: Stored) => CustomerView> {
    const plans = new Map<string, GradePlan>((await this.plans.inForce()).map((plan) => [plan.grade, plan]));
    const today = this.clock.today();
    return (row) => {
      const customer = this.customers.fromRow(row);
      const inForce = new Set(consentsInForce(customer.consents, today).map(({ id }) => id));
      return {
        ...customer,
        residentId: maskIdentity(customer.residentId),
        phone: maskPhone(customer.phone),
        address: maskAddress(customer.address),
        cards: customer.cards.map((card) => ({ ...card, number: maskAccount(card.number) })),
        overrides: customer.overrides.map(({ value: _secret, birthDate: _secretToo, ...rest }) => rest),
        completeness: completenessOf(customer.type, customer.profile),
        servicePlan: plans.get(customer.grades.at(-1)?.grade ?? '') ?? null,
        papersNeeded: requiredDocuments(customer.type),
        consents: customer.consents.map((consent) => ({ ...consent, inForce: inForce.has(consent.id) })),
        corrections: customer.corrections.map(({ fields, ...rest }) => ({ ...rest, fields: fields.map(({ field }) => field) })),
      };
    };
  }

  private model() {
    return this.database.model(customerCollection);
  }
}
