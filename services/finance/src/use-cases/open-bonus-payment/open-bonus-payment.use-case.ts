import { Injectable } from '@nestjs/common';
import type { HandoffData } from '@weilend/contracts';
import { BusinessClock, DomainError, newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { openBonus } from '../../domain/bonus/bonus-payment.js';
import { BonusPayments } from '../../persistence/bonus-payment.repository.js';

/** Human resources hands over a bonus that was settled: one payment per person, quarter and kind [5.6]. */
@Injectable()
export class OpenBonusPayment {
  constructor(
    private readonly bonuses: BonusPayments,
    private readonly clock: BusinessClock,
  ) {}

  /** Inside the consumer's transaction; a DomainError (BONUS_ALREADY_ORDERED) returns the handoff. */
  async apply({ employeeId, quarter, kind, amountFen }: HandoffData<'pay-bonus'>, handoffId: string, tx: Tx): Promise<void> {
    const live = await this.bonuses.live({ employeeId, quarter, kind }, tx);
    if (live) throw new DomainError('BONUS_ALREADY_ORDERED', { paymentId: live.id, state: live.state });
    const bonus = openBonus({ id: newId('bop'), handoffId, employeeId, quarter, kind, amountFen });
    await this.bonuses.insert({ ...bonus, openedAt: this.clock.now() }, tx);
  }
}
