import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { DomainError } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { Correction, Customer } from '../../domain/customer/customer-file.js';
import { identityNumberOf } from '../../domain/customer/customer.js';
import { customerCollection } from './customer.schema.js';

const ENCRYPTED = ['residentId', 'phone', 'address'] as const;
const COMPUTED = ['identityIndex', 'phoneIndex', 'nameIndex', 'identityTail', 'phoneTail', 'grade'];
const DUPLICATE_KEY = 11_000;

/** Customers with their personal fields encrypted at rest and found by blind indexes. */
@Injectable()
export class Customers extends Repository<Customer> {
  constructor(
    database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, customerCollection, 'customer');
  }

  byIdentity(number: string, tx: Tx): Promise<Customer | null> {
    return this.findOne({ identityIndex: this.cipher.blindIndex('identity', number) }, tx);
  }

  /** The first of the customers with a mobile number. */
  async withPhone(phone: string, tx: Tx): Promise<Customer | null> {
    const filter = { phoneIndex: this.cipher.blindIndex('phone', phone) };
    return (await this.findMany(filter, tx, { sort: { _id: 1 }, limit: 1 }))[0] ?? null;
  }

  /** The portfolio of a salesperson, oldest first. */
  ofOwner(ownerId: string, tx: Tx): Promise<Customer[]> {
    return this.findMany({ ownerId }, tx, { sort: { _id: 1 } });
  }

  async ownsAny(ownerId: string, tx: Tx): Promise<boolean> {
    return (await this.findMany({ ownerId }, tx, { limit: 1 })).length > 0;
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

  protected override toDocument(customer: Customer): Record<string, unknown> {
    const { id, ...rest } = customer;
    const encrypted = Object.fromEntries(
      ENCRYPTED.map((field) => [field, this.cipher.encrypt(customer[field], { collection: 'customers', id, field })]),
    );
    const number = identityNumberOf(customer);
    return {
      ...{ _id: id, ...rest, ...encrypted },
      corrections: customer.corrections.map((correction) => this.mapCorrection(id, correction, 'encrypt')),
      grade: customer.grades.at(-1)?.grade ?? null,
      identityIndex: this.cipher.blindIndex('identity', number),
      phoneIndex: this.cipher.blindIndex('phone', customer.phone),
      nameIndex: this.cipher.blindIndex('name', customer.name),
      identityTail: this.cipher.blindIndex('identity-tail', number.slice(-4)),
      phoneTail: this.cipher.blindIndex('phone-tail', customer.phone.slice(-4)),
    };
  }

  protected override toEntity(document: Stored): Customer {
    const { _id: id, ...rest } = document;
    const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => !COMPUTED.includes(name)));
    const stored = kept as unknown as Omit<Customer, 'id'>;
    const plain = Object.fromEntries(
      ENCRYPTED.map((field) => [field, this.cipher.decrypt(stored[field], { collection: 'customers', id, field })]),
    );
    return {
      ...stored,
      ...plain,
      id,
      corrections: stored.corrections.map((correction) => this.mapCorrection(id, correction, 'decrypt')),
    };
  }

  private mapCorrection(customerId: string, correction: Correction, how: 'encrypt' | 'decrypt'): Correction {
    const map = (value: string | null, field: string): string | null =>
      value === null ? null : this.cipher[how](value, { collection: 'customers', id: customerId, field: `${correction.id}.${field}` });
    const fields = correction.fields.map((one) => ({
      field: one.field,
      oldValue: map(one.oldValue, `${one.field}.old`),
      newValue: map(one.newValue, `${one.field}.new`),
    }));
    return { ...correction, fields };
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
