import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { Customer } from '../../domain/customer/customer-file.js';
import { CustomerSecrets } from './customer-secrets.js';
import { customerCollection } from './customer.schema.js';

const COMPUTED = [
  ...['identityIndex', 'phoneIndex', 'nameIndex', 'identityTail', 'phoneTail'],
  ...['searchKeys', 'grade', 'gradeScorecardNo', 'mergedInto', 'visitDueOn'],
];
const DUPLICATE_KEY = 11_000;

/** Customers with their personal fields encrypted at rest and found by blind indexes. */
@Injectable()
export class Customers extends Repository<Customer> {
  private readonly secrets: CustomerSecrets;

  constructor(
    database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, customerCollection, 'customer');
    this.secrets = new CustomerSecrets(cipher);
  }

  byIdentity(number: string, tx: Tx): Promise<Customer | null> {
    return this.findOne({ identityIndex: this.cipher.blindIndex('identity', number) }, tx);
  }

  /** The first of the customers with a mobile number. */
  async withPhone(phone: string, tx: Tx): Promise<Customer | null> {
    const filter = { phoneIndex: this.cipher.blindIndex('phone', phone), mergedInto: null };
    return (await this.findMany(filter, tx, { sort: { _id: 1 }, limit: 1 }))[0] ?? null;
  }

  /** Files after `afterId` whose grade is too old on a day, or was given by an earlier scorecard. */
  async idsToRegrade(on: LocalDate, scorecardNo: number, page: { afterId: string; limit: number }): Promise<string[]> {
    const old = { regradeDueOn: { $type: 'string', $lte: on } };
    const earlier = { gradeScorecardNo: { $type: 'number', $lt: scorecardNo } };
    const found: string[] = [];
    for (const filter of [old, earlier]) {
      const rows = await this.model.collection
        .find({ ...filter, _id: { $gt: page.afterId } } as never, { projection: { _id: 1 }, sort: { _id: 1 }, limit: page.limit })
        .toArray();
      found.push(...rows.map((row) => String(row._id)));
    }
    return [...new Set(found)].sort().slice(0, page.limit);
  }

  /** The unique index speaks when two register the same identity at once. */
  override async insert(customer: Customer, tx: Tx): Promise<Customer> {
    return this.once(() => super.insert(customer, tx));
  }

  override async save(customer: Customer, tx: Tx): Promise<Customer> {
    return this.once(() => super.save(customer, tx));
  }

  /** Row of the collection to a customer; also for the read side. */
  fromRow(row: Stored): Customer {
    return this.toEntity(row);
  }

  /** The mobile number alone, of a row or a part of one. */
  phoneOf({ _id, phone }: Stored & { readonly phone?: string }): string {
    return this.cipher.decrypt(phone ?? '', { collection: 'customers', id: String(_id), field: 'phone' });
  }

  protected override toDocument(customer: Customer): Record<string, unknown> {
    const { id, ...rest } = customer;
    return {
      ...{ _id: id, ...rest, ...this.secrets.turned(customer, 'encrypt'), ...this.secrets.indexes(customer) },
      grade: customer.grades.at(-1)?.grade ?? null,
      gradeScorecardNo: customer.merged ? null : (customer.grades.at(-1)?.scorecardVersion ?? null),
      mergedInto: customer.merged?.intoId ?? null,
      // Nobody visits a file that follows another one.
      visitDueOn: customer.merged ? null : customer.nextVisitOn,
    };
  }

  protected override toEntity({ _id: id, ...rest }: Stored): Customer {
    const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => !COMPUTED.includes(name)));
    const stored = { ...kept, id } as unknown as Customer;
    return { ...stored, ...this.secrets.turned(stored, 'decrypt') };
  }

  private async once<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new DomainError('CUSTOMER_EXISTS', {}, 'identity');
      throw error;
    }
  }
}
