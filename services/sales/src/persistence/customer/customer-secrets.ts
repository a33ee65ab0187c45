import type { FieldCipher } from '@weilend/auth';
import type { Correction, Customer } from '../../domain/customer/customer-file.js';
import { identityNumberOf } from '../../domain/customer/customer.js';
import { nameKeys, numberKeys } from '../search-keys.js';

const ENCRYPTED = ['residentId', 'phone', 'address'] as const;
type How = 'encrypt' | 'decrypt';

/** Personal fields of a file as they are stored: encrypted, each bound to its place, and the blind indexes that find them. */
export class CustomerSecrets {
  constructor(private readonly cipher: FieldCipher) {}

  /** The personal fields of a customer, encrypted or read back. */
  turned(customer: Customer, how: How): Partial<Customer> {
    const { id } = customer;
    const plain = Object.fromEntries(ENCRYPTED.map((field) => [field, this.turn(id, field, customer[field], how)]));
    return {
      ...plain,
      corrections: customer.corrections.map((correction) => this.turnCorrection(id, correction, how)),
      cards: customer.cards.map((card) => ({ ...card, number: this.turn(id, `card.${card.id}`, card.number, how) ?? '' })),
      overrides: customer.overrides.map((one) => ({
        ...one,
        value: this.turn(id, `override.${one.id}.value`, one.value, how) ?? '',
        birthDate: this.turn(id, `override.${one.id}.birthDate`, one.birthDate, how) as typeof one.birthDate,
      })),
    };
  }

  /** What a customer is found by; a merged file is found by its id only, so that everything else leads to the survivor. */
  indexes(customer: Customer): Record<string, unknown> {
    if (customer.merged) {
      const gone = `merged.${customer.id}`;
      return { identityIndex: gone, phoneIndex: gone, nameIndex: gone, identityTail: gone, phoneTail: gone, searchKeys: [] };
    }
    const number = identityNumberOf(customer);
    return {
      identityIndex: this.cipher.blindIndex('identity', number),
      phoneIndex: this.cipher.blindIndex('phone', customer.phone),
      nameIndex: this.cipher.blindIndex('name', customer.name),
      identityTail: this.cipher.blindIndex('identity-tail', number.slice(-4)),
      phoneTail: this.cipher.blindIndex('phone-tail', customer.phone.slice(-4)),
      searchKeys: this.searchKeys(customer, number),
    };
  }

  private searchKeys(customer: Customer, number: string): string[] {
    const identities = [number, customer.residentId, customer.creditCode];
    const live = customer.cards.filter((card) => card.ended === null);
    const keys = [
      ...identities.flatMap((one) => numberKeys(this.cipher, 'identity', one)),
      ...numberKeys(this.cipher, 'phone', customer.phone),
      ...live.flatMap((card) => numberKeys(this.cipher, 'card', card.number)),
      ...[customer.name, customer.representativeName ?? ''].flatMap(nameKeys),
    ];
    return [...new Set(keys)];
  }

  private turnCorrection(customerId: string, correction: Correction, how: How): Correction {
    const fields = correction.fields.map(({ field, oldValue, newValue }) => ({
      field,
      oldValue: this.turn(customerId, `${correction.id}.${field}.old`, oldValue, how),
      newValue: this.turn(customerId, `${correction.id}.${field}.new`, newValue, how),
    }));
    return { ...correction, fields };
  }

  private turn(id: string, field: string, value: string | null, how: How): string | null {
    return value === null ? null : this.cipher[how](value, { collection: 'customers', id, field });
  }
}
