import { Injectable } from '@nestjs/common';
import { BusinessClock, newId } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { bonusLines, bonusPaid, bonusReturned, noteBonusQueried, noteBonusSent } from '../../domain/bonus/bonus-payment.js';
import { waitBeforeAskingMs } from '../../domain/disbursement/bank-answer.js';
import type { BankAnswer, NextStep } from '../../domain/disbursement/bank-answer.js';
import { EMPTY_CHAIN, makeEntry } from '../../domain/ledger/journal.js';
import { BonusPayments } from '../../persistence/bonus-payment.repository.js';
import type { StoredBonus } from '../../persistence/bonus-payment.repository.js';
import { Ledger } from '../../persistence/ledger.repository.js';
import { SalaryAccounts } from '../../persistence/salary-account.repository.js';
import type { PaymentRequest } from '../settle-payment/payment-channel.port.js';

const STEPS = { RELEASED: 'SEND', SENT: 'QUERY' } as const satisfies Partial<Record<StoredBonus['state'], NextStep>>;

/** What is written of a bonus before and after a call to the bank: as of a loan, each in one transaction, posted once [5.6]. */
@Injectable()
export class BonusSteps {
  constructor(
    private readonly database: Database,
    private readonly bonuses: BonusPayments,
    private readonly accounts: SalaryAccounts,
    private readonly ledger: Ledger,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  async next(paymentId: string, tx: Tx): Promise<NextStep> {
    const { state } = await this.bonuses.get(paymentId, tx);
    return state === 'RELEASED' || state === 'SENT' ? STEPS[state] : 'NONE';
  }

  async prepare(paymentId: string, tx: Tx): Promise<PaymentRequest> {
    const bonus = await this.bonuses.get(paymentId, tx);
    const { holderName, accountNumber, bankCode } = await this.accounts.get(bonus.employeeId, tx);
    await this.bonuses.save(noteBonusSent(bonus, this.clock.today(), await this.later(bonus.payment.queries)), tx);
    return { requestId: bonus.id, amountFen: bonus.amountFen, holderName, accountNumber, bankCode, remark: `奖金 ${bonus.quarter}` };
  }

  async settle(paymentId: string, answer: BankAnswer, tx: Tx): Promise<void> {
    const bonus = await this.bonuses.get(paymentId, tx);
    if (bonus.state !== 'SENT') return;
    if (answer.kind === 'PAID') return this.post(bonus, answer.reference, tx);
    if (answer.kind === 'REFUSED') return this.giveBack(bonus, answer.reason, tx);
    const asked = noteBonusQueried(bonus);
    await this.bonuses.save({ ...asked, askAt: await this.later(asked.payment.queries) }, tx);
  }

  private async post(bonus: StoredBonus, reference: string, tx: Tx): Promise<void> {
    const about = {
      id: newId('jnl'),
      kind: 'BONUS',
      idemKey: `bonus:${bonus.id}`,
      businessDate: this.clock.today(),
      stream: bonus.id,
    } as const;
    await this.ledger.append(makeEntry(EMPTY_CHAIN, { ...about, lines: bonusLines(bonus) }), this.clock.now(), tx);
    await this.bonuses.save(bonusPaid(bonus, reference), tx);
    const paid = { paymentId: bonus.id, amountFen: bonus.amountFen, paidOn: bonus.payment.sentOn ?? this.clock.today(), reference };
    await this.handoffs.complete(bonus.handoffId, paid, tx);
  }

  private async giveBack(bonus: StoredBonus, reason: string, tx: Tx): Promise<void> {
    await this.bonuses.save(bonusReturned(bonus, reason), tx);
    await this.handoffs.returnToSender(bonus.handoffId, { code: 'PAYMENT_REFUSED_BY_BANK', reasons: [reason] }, tx);
  }

  /** Database time, because leases and polls compare with it. */
  private async later(queries: number): Promise<Date> {
    return new Date((await this.database.now()).getTime() + waitBeforeAskingMs(queries));
  }
}
