import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import { payeeAccountCollection } from './payee-account.schema.js';

export interface PayeeAccount {
  readonly id: string;
  readonly version: number;
  readonly customerId: string;
  /** Plain here, encrypted in the database. */
  readonly holderName: string;
  /** Plain here, encrypted in the database. */
  readonly accountNumber: string;
  readonly bankCode: string;
  readonly nameIndex: string;
  readonly accountIndex: string;
  readonly maskedHolder: string;
  readonly maskedAccount: string;
  readonly registeredBy: string;
  readonly registeredAt: Date;
}

const SECRET = ['holderName', 'accountNumber'] as const;

@Injectable()
export class PayeeAccounts extends Repository<PayeeAccount> {
  constructor(
    database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, payeeAccountCollection, 'payee account');
  }

  /** How many accounts a customer has. */
  async countOf(customerId: string, tx: Tx): Promise<number> {
    return this.model.collection.countDocuments({ customerId } as never, { session: tx.session });
  }

  byAccount(customerId: string, accountIndex: string, tx: Tx): Promise<PayeeAccount | null> {
    return this.findOne({ customerId, accountIndex }, tx);
  }

  /** Customers that registered this account, or an account of this name; at most `limit`. */
  async customersWith(index: { accountIndex: string } | { nameIndex: string }, limit: number, tx: Tx): Promise<string[]> {
    const options = { session: tx.session, projection: { customerId: 1 }, limit };
    const rows = await this.model.collection.find(index as never, options).toArray();
    return [...new Set(rows.map((row) => String(row['customerId'])))];
  }

  protected override toDocument(entity: PayeeAccount): Record<string, unknown> {
    const hidden = SECRET.map((field) => [field, this.cipher.encrypt(entity[field], place(entity.id, field))] as const);
    return { ...super.toDocument(entity), ...Object.fromEntries(hidden) };
  }

  protected override toEntity(document: Stored): PayeeAccount {
    const entity = super.toEntity(document);
    const shown = SECRET.map((field) => [field, this.cipher.decrypt(entity[field], place(entity.id, field))] as const);
    return { ...entity, ...Object.fromEntries(shown) };
  }
}

const place = (id: string, field: string) => ({ collection: 'payee_accounts', id, field });
