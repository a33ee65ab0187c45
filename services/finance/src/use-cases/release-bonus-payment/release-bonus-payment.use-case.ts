import { Injectable } from '@nestjs/common';
import { checkSegregation } from '@weilend/contracts';
import { DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor, Fen } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import { Database, UnitOfWork } from '@weilend/mongo';
import { bonusReturned, checkBonus, makeBonus } from '../../domain/bonus/bonus-payment.js';
import { BonusPayments } from '../../persistence/bonus-payment.repository.js';
import { SalaryAccounts } from '../../persistence/salary-account.repository.js';
import { PaymentSignal } from '../settle-payment/payment-signal.js';

interface OnBonus {
  readonly requestKey: string;
  readonly paymentId: string;
}

/** Maker and checker of a bonus: two persons, and neither is the one who gets it [5.6, 7.3]. */
@Injectable()
export class ReleaseBonusPayment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly bonuses: BonusPayments,
    private readonly accounts: SalaryAccounts,
    private readonly handoffs: Handoffs,
    private readonly signal: PaymentSignal,
  ) {}

  /** Throws DomainError SALARY_ACCOUNT_MISSING while nobody has registered where the person is paid. */
  make(actor: Actor, input: OnBonus & { readonly amountFen: Fen }): Promise<string> {
    return this.work.once({ operation: 'make-bonus-payment', actor, input }, async (tx) => {
      const bonus = await this.bonuses.get(input.paymentId, tx);
      const { employeeId } = bonus;
      const account = await this.accounts.find(employeeId, tx);
      if (!account) throw new DomainError('SALARY_ACCOUNT_MISSING', { employeeId });
      const { maskedHolder: holder, maskedAccount, registeredBy } = account;
      await this.bonuses.save(makeBonus(bonus, employeeIdOf(actor), input.amountFen, { holder, account: maskedAccount, registeredBy }), tx);
      // Who changes the account at this moment conflicts.
      await this.accounts.lock(employeeId, tx);
      return bonus.id;
    });
  }

  async check(actor: Actor, input: OnBonus): Promise<string> {
    const askAt = await this.database.now();
    return this.work.once({ operation: 'check-bonus-payment', actor, input }, async (tx) => {
      const bonus = await this.bonuses.get(input.paymentId, tx);
      const employeeId = employeeIdOf(actor);
      checkSegregation([{ role: 'PAYMENT_MAKER', employeeId: bonus.makerId ?? '' }], { role: 'PAYMENT_CHECKER', employeeId });
      await this.bonuses.save(checkBonus(bonus, employeeId, askAt), tx);
      tx.afterCommit(() => this.signal.released());
      return bonus.id;
    });
  }

  /** Back to human resources with a reason, before it is released. */
  reject(
    actor: Actor,
    input: Omit<OnBonus, 'requestKey'> & { readonly requestKey?: string | null; readonly reason: string },
  ): Promise<string> {
    return this.work.once({ operation: 'reject-bonus-payment', actor, input }, async (tx) => {
      const reason = input.reason.trim();
      if (reason === '') throw new DomainError('REJECTION_REASON_MISSING', {}, 'reason');
      const bonus = await this.bonuses.get(input.paymentId, tx);
      if (bonus.state === 'SENT' || bonus.state === 'RELEASED') throw new DomainError('PAYMENT_RELEASED', { state: bonus.state });
      await this.bonuses.save(bonusReturned(bonus, reason), tx);
      await this.handoffs.returnToSender(bonus.handoffId, { code: 'BONUS_REJECTED', reasons: [reason] }, tx);
      return bonus.id;
    });
  }
}
