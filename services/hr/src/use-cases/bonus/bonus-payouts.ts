import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import { Handoffs } from '@weilend/messaging';
import { blockDeferred, deferredPayout, sendDeferredAgain, sentDeferred } from '../../domain/bonus/deferred.js';
import type { DeferredBonus, Release } from '../../domain/bonus/deferred.js';
import type { BonusBalance } from '../../domain/bonus/clawback.js';
import type { FormulaAct } from '../../domain/bonus/formula-version.js';
import { approveStatement, payoutOf, sendStatementAgain, sentStatement } from '../../domain/bonus/statement.js';
import type { BonusStatement } from '../../domain/bonus/statement.js';
import { BonusBalances } from '../../persistence/bonus/bonus-loan.repository.js';
import { BonusStatements, DeferredBonuses } from '../../persistence/bonus/bonus-statement.repository.js';

type Payment = Pick<BonusStatement, 'employeeId' | 'quarter'>;

/** Hands bonuses to finance: what the person owes from clawbacks is kept back first, and nothing is handed over for nothing [5.6]. */
@Injectable()
export class BonusPayouts {
  constructor(
    private readonly statements: BonusStatements,
    private readonly deferreds: DeferredBonuses,
    private readonly balances: BonusBalances,
    private readonly handoffs: Handoffs,
  ) {}

  /** What a person owes from clawbacks. */
  owedBy(employeeId: string, tx: Tx): Promise<BonusBalance | null> {
    return this.balances.find(employeeId, tx);
  }

  async approve(statement: BonusStatement, act: FormulaAct, tx: Tx): Promise<void> {
    const owed = await this.owedBy(statement.employeeId, tx);
    const { statement: approved, balance } = approveStatement(statement, owed, act);
    await this.balances.keep(owed, balance, tx);
    const amountFen = payoutOf(approved);
    const handoffId = amountFen > 0 ? await this.send(approved, 'BONUS', amountFen, tx) : null;
    await this.statements.save(handoffId ? sentStatement(approved, handoffId) : approved, tx);
  }

  /** Written once for the same violations, however often its day is looked at. */
  async hold(deferred: DeferredBonus, violations: readonly string[], tx: Tx): Promise<void> {
    const held = blockDeferred(deferred, violations);
    if (violations.join() !== deferred.blockedBy?.join()) await this.deferreds.save(held, tx);
  }

  async release({ deferred, balance }: Release, owed: BonusBalance | null, tx: Tx): Promise<void> {
    await this.balances.keep(owed, balance, tx);
    const amountFen = deferredPayout(deferred);
    const handoffId = amountFen > 0 ? await this.send(deferred, 'DEFERRED_BONUS', amountFen, tx) : null;
    await this.deferreds.save(handoffId ? sentDeferred(deferred, handoffId) : deferred, tx);
  }

  async sendStatementAgain(statement: BonusStatement, tx: Tx): Promise<void> {
    const handoffId = await this.send(statement, 'BONUS', payoutOf(statement), tx);
    await this.statements.save(sendStatementAgain(statement, handoffId), tx);
  }

  async sendDeferredAgain(deferred: DeferredBonus, tx: Tx): Promise<void> {
    const handoffId = await this.send(deferred, 'DEFERRED_BONUS', deferredPayout(deferred), tx);
    await this.deferreds.save(sendDeferredAgain(deferred, handoffId), tx);
  }

  private send({ employeeId, quarter }: Payment, kind: 'BONUS' | 'DEFERRED_BONUS', amountFen: number, tx: Tx): Promise<string> {
    return this.handoffs.send('pay-bonus', { subject: employeeId, data: { employeeId, quarter, kind, amountFen } }, tx);
  }
}
