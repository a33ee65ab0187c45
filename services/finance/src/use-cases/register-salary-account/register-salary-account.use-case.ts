import { Injectable } from '@nestjs/common';
import { FieldCipher, maskAccount, maskName } from '@weilend/auth';
import { actorRef, BusinessClock, DomainError, isId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkPayee } from '../../domain/payee/account-number.js';
import { BonusPayments } from '../../persistence/bonus-payment.repository.js';
import { SalaryAccounts } from '../../persistence/salary-account.repository.js';

export interface RegisterSalaryAccountRequest {
  readonly requestKey?: string | null;
  readonly employeeId: string;
  readonly holderName: string;
  readonly accountNumber: string;
  /** 联行号, 12 digits. */
  readonly bankCode: string;
}

/**
 * Keeps, encrypted, where somebody of the company is paid; nobody registers his own, who makes the payment is another person, and it cannot be
 * changed while a bonus is under way [5.6, 3.7].
 */
@Injectable()
export class RegisterSalaryAccount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: SalaryAccounts,
    private readonly bonuses: BonusPayments,
    private readonly cipher: FieldCipher,
    private readonly clock: BusinessClock,
  ) {}

  async execute(actor: Actor, input: RegisterSalaryAccountRequest): Promise<string> {
    const { requestKey, employeeId: id } = input;
    if (!isId('emp', id)) throw new DomainError('NOT_FOUND', { noun: 'employee', id }, 'employeeId');
    if (actor.kind === 'employee' && actor.employeeId === id) throw new DomainError('BONUS_TO_ONESELF', {}, 'employeeId');
    const { holderName, accountNumber, bankCode } = checkPayee(input);
    // The stored request must not hold the number, not even hashed without a key: account numbers can be guessed.
    const described = { requestKey, id, bankCode, accountIndex: this.cipher.blindIndex('account', accountNumber) };
    return this.work.once({ operation: 'register-salary-account', actor, input: described }, async (tx) => {
      const underWay = await this.bonuses.underWay(id, tx);
      if (underWay) throw new DomainError('BONUS_UNDER_WAY', { paymentId: underWay.id }, 'employeeId');
      const masked = { maskedHolder: maskName(holderName), maskedAccount: maskAccount(accountNumber) };
      const registered = { registeredBy: actorRef(actor), registeredAt: this.clock.now() };
      await this.accounts.put({ id, holderName, accountNumber, bankCode, ...masked, ...registered }, tx);
      return id;
    });
  }
}
