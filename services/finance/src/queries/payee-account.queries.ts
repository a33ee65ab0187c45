import { Injectable } from '@nestjs/common';
import { actorRef } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { rowScope } from '@weilend/auth';
import type { Role } from '@weilend/contracts';
import { Database } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import type { PayeeAccount } from '../persistence/payee-account.repository.js';
import { payeeAccountCollection } from '../persistence/payee-account.schema.js';
import { plain } from './scope.js';

/** Who reads accounts for other reasons than his own customers. */
const WIDE: readonly Role[] = ['administrator', 'sales-manager', 'finance-manager', 'finance-officer', 'auditor'];
/** What leaves the service: never the holder or the number, not even encrypted. */
const SHOWN = { customerId: 1, bankCode: 1, maskedHolder: 1, maskedAccount: 1, registeredAt: 1 } as const;

export type ShownAccount = Pick<PayeeAccount, 'id' | 'customerId' | 'bankCode' | 'maskedHolder' | 'maskedAccount' | 'registeredAt'>;

/** Payee accounts, masked; a salesperson sees those that he registered [3.7]. */
@Injectable()
export class PayeeAccountQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<ShownAccount[]> {
    return this.find({ _id: { $in: [...ids] } }, actor);
  }

  async ofCustomer(customerId: string, actor: Actor): Promise<ShownAccount[]> {
    return this.find({ customerId }, actor);
  }

  private async find(filter: Record<string, unknown>, actor: Actor): Promise<ShownAccount[]> {
    const own = rowScope(actor, WIDE).kind === 'own' ? { registeredBy: actorRef(actor) } : {};
    const rows = await this.database
      .model(payeeAccountCollection)
      .find({ ...filter, ...own } as never, SHOWN)
      .sort({ _id: 1 })
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => plain<ShownAccount>(row));
  }
}
