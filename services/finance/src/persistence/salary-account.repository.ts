import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import { salaryAccountCollection } from './salary-account.schema.js';

export interface SalaryAccount {
  /** The employee's. */
  readonly id: string;
  readonly version: number;
  /** Plain here, encrypted in the database. */
  readonly holderName: string;
  /** Plain here, encrypted in the database. */
  readonly accountNumber: string;
  readonly bankCode: string;
  readonly maskedHolder: string;
  readonly maskedAccount: string;
  readonly registeredBy: string;
  readonly registeredAt: Date;
}

const SECRET = ['holderName', 'accountNumber'] as const;

@Injectable()
export class SalaryAccounts extends Repository<SalaryAccount> {
  constructor(
    database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, salaryAccountCollection, 'salary account');
  }

  /** Replaces the account that the employee had. */
  async put(account: Omit<SalaryAccount, 'version'>, tx: Tx): Promise<void> {
    const known = await this.find(account.id, tx);
    if (known) await this.save({ ...account, version: known.version }, tx);
    else await this.insert({ ...account, version: 0 }, tx);
  }

  protected override toDocument(entity: SalaryAccount): Record<string, unknown> {
    const hidden = SECRET.map((field) => [field, this.cipher.encrypt(entity[field], place(entity.id, field))] as const);
    return { ...super.toDocument(entity), ...Object.fromEntries(hidden) };
  }

  protected override toEntity(document: Stored): SalaryAccount {
    const entity = super.toEntity(document);
    const shown = SECRET.map((field) => [field, this.cipher.decrypt(entity[field], place(entity.id, field))] as const);
    return { ...entity, ...Object.fromEntries(shown) };
  }
}

const place = (id: string, field: string) => ({ collection: 'salary_accounts', id, field });
