import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { parseLocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { deferredPaid, deferredReturned } from '../../domain/bonus/deferred.js';
import { statementPaid, statementReturned } from '../../domain/bonus/statement.js';
import { BonusStatements, DeferredBonuses } from '../../persistence/bonus/bonus-statement.repository.js';

const PAY = 'pay-bonus';

/** What finance made of a bonus that was handed over: paid with its reference, or returned with the reason [5.6]. */
@Injectable()
export class NoteBonusPayment {
  constructor(
    private readonly statements: BonusStatements,
    private readonly deferreds: DeferredBonuses,
  ) {}

  async paid({ handoff, handoffId, result }: EventData<'finance.handoff-completed.v1'>, tx: Tx): Promise<void> {
    if (handoff !== PAY) return;
    const facts = { paidOn: parseLocalDate(String(result['paidOn'])), reference: String(result['reference']) };
    const statement = await this.statements.ofHandoff(handoffId, tx);
    if (statement) await this.statements.save(statementPaid(statement, facts), tx);
    const deferred = await this.deferreds.ofHandoff(handoffId, tx);
    if (deferred) await this.deferreds.save(deferredPaid(deferred, facts), tx);
  }

  async returned({ handoff, handoffId, code, reasons }: EventData<'finance.handoff-returned.v1'>, tx: Tx): Promise<void> {
    if (handoff !== PAY) return;
    const statement = await this.statements.ofHandoff(handoffId, tx);
    if (statement) await this.statements.save(statementReturned(statement, { code, reasons }), tx);
    const deferred = await this.deferreds.ofHandoff(handoffId, tx);
    if (deferred) await this.deferreds.save(deferredReturned(deferred, { code, reasons }), tx);
  }
}
