import { Injectable } from '@nestjs/common';
import { DomainError, isId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { BonusStatement } from '../../domain/bonus/statement.js';
import { BonusStatements, DeferredBonuses } from '../../persistence/bonus/bonus-statement.repository.js';
import { BonusPayouts } from './bonus-payouts.js';
import { SheetReader } from './sheet-reader.js';

export interface SendBonusAgainRequest {
  readonly requestKey?: string | null;
  /** A statement or a deferred part. */
  readonly bonusId: string;
}

/** Hands a bonus to finance once more after it came back and its reason is settled; the amount stays what was approved. Not to somebody with a severe violation [5.4, 5.6]. */
@Injectable()
export class SendBonusAgain {
  constructor(
    private readonly work: UnitOfWork,
    private readonly statements: BonusStatements,
    private readonly deferreds: DeferredBonuses,
    private readonly payouts: BonusPayouts,
    private readonly reader: SheetReader,
  ) {}

  execute(actor: Actor, input: SendBonusAgainRequest): Promise<string> {
    return this.work.once({ operation: 'send-bonus-again', actor, input }, async (tx) => {
      const { bonusId } = input;
      await (isId('bnd', bonusId) ? this.deferred(bonusId, tx) : this.statement(bonusId, tx));
      return bonusId;
    });
  }

  private async statement(id: string, tx: Tx): Promise<void> {
    const statement = await this.statements.get(id, tx);
    checkReturned(statement.state);
    await this.checkViolations(statement, tx);
    await this.payouts.sendStatementAgain(statement, tx);
  }

  private async deferred(id: string, tx: Tx): Promise<void> {
    const deferred = await this.deferreds.get(id, tx);
    checkReturned(deferred.state);
    await this.checkViolations(deferred, tx);
    await this.payouts.sendDeferredAgain(deferred, tx);
  }

  private async checkViolations({ employeeId, quarter }: Pick<BonusStatement, 'employeeId' | 'quarter'>, tx: Tx): Promise<void> {
    const violationIds = await this.reader.violationsOf(employeeId, quarter, tx);
    if (violationIds.length > 0) throw new DomainError('BONUS_SEVERE_VIOLATION', { violationIds }, 'bonusId');
  }
}

function checkReturned(state: string): void {
  if (state !== 'RETURNED') throw new DomainError('BONUS_NOT_RETURNED', { state }, 'bonusId');
}
