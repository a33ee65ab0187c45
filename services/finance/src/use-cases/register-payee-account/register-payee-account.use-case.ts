import { Injectable } from '@nestjs/common';
import { FieldCipher, maskAccount, maskName } from '@weilend/auth';
import { actorRef, BusinessClock, DomainError, isId, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { checkPayee } from '../../domain/payee/account-number.js';
import { MergedCustomers } from '../../persistence/merged-customer.repository.js';
import { PayeeAccounts } from '../../persistence/payee-account.repository.js';

export interface RegisterPayeeAccountRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
  readonly holderName: string;
  readonly accountNumber: string;
  /** 联行号, 12 digits. */
  readonly bankCode: string;
}

/** Keeps the account that a customer's loans are paid to, encrypted; whether it is his own is judged at payment by name [3.6, 3.7, G7]. */
@Injectable()
export class RegisterPayeeAccount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: PayeeAccounts,
    private readonly cipher: FieldCipher,
    private readonly clock: BusinessClock,
    private readonly merged: MergedCustomers,
    private readonly outbox: Outbox,
  ) {}

  async execute(actor: Actor, input: RegisterPayeeAccountRequest): Promise<string> {
    if (!isId('cus', input.customerId)) throw new DomainError('NOT_FOUND', { noun: 'customer', id: input.customerId }, 'customerId');
    const { holderName, accountNumber, bankCode } = checkPayee(input);
    const nameIndex = this.cipher.blindIndex('name', holderName);
    const accountIndex = this.cipher.blindIndex('account', accountNumber);
    const { requestKey } = input;
    // The stored request must not hold the number, not even hashed without a key: account numbers can be guessed.
    const described = { requestKey, customerId: input.customerId, bankCode, nameIndex, accountIndex };
    return this.work.once({ operation: 'register-payee-account', actor, input: described }, async (tx) => {
      const customerId = await this.merged.survivorOf(input.customerId, tx);
      const known = await this.accounts.byAccount(customerId, accountIndex, tx);
      if (known) throw new DomainError('PAYEE_ACCOUNT_EXISTS', { accountId: known.id }, 'accountNumber');
      const accountsBefore = await this.accounts.countOf(customerId, tx);
      const account = await this.accounts.insert(
        {
          id: newId('acc'),
          version: 0,
          customerId,
          holderName,
          accountNumber,
          bankCode,
          nameIndex,
          accountIndex,
          maskedHolder: maskName(holderName),
          maskedAccount: maskAccount(accountNumber),
          registeredBy: actorRef(actor),
          registeredAt: this.clock.now(),
        },
        tx,
      );
      await this.tellOfAnother({ customerId, payeeAccountId: account.id, accountsBefore }, tx);
      return account.id;
    });
  }

  /** A second account of a customer is a sign that risk looks at; the first one is not. */
  private async tellOfAnother(added: { customerId: string; payeeAccountId: string; accountsBefore: number }, tx: Tx): Promise<void> {
    if (added.accountsBefore === 0) return;
    await this.outbox.add(event('finance.payee-account-added.v1', added.customerId, { ...added, addedOn: this.clock.today() }), tx);
  }
}
