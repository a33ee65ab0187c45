import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { block, checkApprover } from '../../domain/bonus/statement.js';
import { BonusStatements } from '../../persistence/bonus/bonus-statement.repository.js';
import { BonusPayouts } from './bonus-payouts.js';
import { ClawBackLoans } from './claw-back-loans.js';
import { SheetReader } from './sheet-reader.js';

export interface ApproveBonusesRequest {
  readonly requestKey?: string | null;
  readonly bonusIds: readonly string[];
  /** Which preparation of each was read, in the order of `bonusIds`; left out: whatever stands now. */
  readonly preparations?: readonly number[] | null;
}

const MOST_BONUSES = 50;

/**
 * Another person approves prepared bonuses, all or none: the deferred part is held from now on, what is due now goes to finance. One whose person has
 * got a severe violation meanwhile is blocked instead [5.4, 5.6].
 */
@Injectable()
export class ApproveBonuses {
  constructor(
    private readonly work: UnitOfWork,
    private readonly statements: BonusStatements,
    private readonly reader: SheetReader,
    private readonly clawBack: ClawBackLoans,
    private readonly payouts: BonusPayouts,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ApproveBonusesRequest): Promise<readonly string[]> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'approve-bonuses', actor, input }, async (tx) => {
      const ids = input.bonusIds;
      if (ids.length === 0 || ids.length > MOST_BONUSES || new Set(ids).size !== ids.length)
        throw new DomainError('BONUS_TOO_MANY', { most: MOST_BONUSES }, 'bonusIds');
      if (input.preparations && input.preparations.length !== ids.length)
        throw new DomainError('BONUS_TOO_MANY', { most: MOST_BONUSES }, 'preparations');
      for (const [at, id] of ids.entries()) await this.approve({ id, by, read: input.preparations?.[at] ?? null }, tx);
      return ids;
    });
  }

  private async approve({ id, by, read }: { id: string; by: string; read: number | null }, tx: Tx): Promise<void> {
    const statement = await this.statements.get(id, tx);
    checkApprover(statement, by, read);
    const violations = await this.reader.violationsOf(statement.employeeId, statement.quarter, tx);
    if (violations.length > 0) return void (await this.statements.save(block(statement, violations), tx));
    // Loans that turned bad before the approval come first: what they take is kept back of this very bonus.
    await this.clawBack.hold(statement, this.clock.today(), tx);
    await this.payouts.approve(statement, { by, at: this.clock.now() }, tx);
  }
}
