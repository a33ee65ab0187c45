import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { BusinessClock, parseLocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { noteReversal, noteStatus } from '../../domain/bonus/bonus-loan.js';
import type { BonusLoan } from '../../domain/bonus/bonus-loan.js';
import { isApproved } from '../../domain/bonus/statement.js';
import { BonusLoans, BonusParts } from '../../persistence/bonus/bonus-loan.repository.js';
import { BonusStatements } from '../../persistence/bonus/bonus-statement.repository.js';
import { ClawBackLoans } from './claw-back-loans.js';

/** Keeps how a loan fares, and takes back what was given for one that turns bad in time; that it recovers later changes nothing [5.3, 5.6]. */
@Injectable()
export class NoteBonusLoan {
  constructor(
    private readonly loans: BonusLoans,
    private readonly parts: BonusParts,
    private readonly statements: BonusStatements,
    private readonly clawBack: ClawBackLoans,
    private readonly clock: BusinessClock,
  ) {}

  async changed(data: EventData<'finance.loan-status-changed.v1'>, tx: Tx): Promise<void> {
    const { loanId, salespersonId: employeeId, bucket, loanClass, businessDate } = data;
    const known = await this.loans.find(loanId, tx);
    const status = { employeeId, bucket, loanClass, changedOn: parseLocalDate(businessDate) };
    await this.note(known, noteStatus(known, loanId, status), tx);
  }

  /** Written off is lost, however late it was called. */
  async writtenOff(data: EventData<'finance.loan-written-off.v1'>, tx: Tx): Promise<void> {
    const { loanId, salespersonId: employeeId, writtenOffOn } = data;
    const known = await this.loans.find(loanId, tx);
    const status = { employeeId, bucket: known?.bucket ?? ('CURRENT' as const), loanClass: 'LOSS' as const };
    await this.note(known, noteStatus(known, loanId, { ...status, changedOn: parseLocalDate(writtenOffOn) }), tx);
  }

  /** The payment was taken back: nothing was sold, so all that the loan brought goes. */
  async reversed(data: EventData<'finance.disbursement-reversed.v1'>, tx: Tx): Promise<void> {
    const { loanId, salespersonId: employeeId, reversedOn } = data;
    const known = await this.loans.find(loanId, tx);
    await this.note(known, noteReversal(known, loanId, { employeeId, on: parseLocalDate(reversedOn) }), tx);
  }

  private async note(known: BonusLoan | null, loan: BonusLoan, tx: Tx): Promise<void> {
    const loanId = loan.id;
    await (known ? this.loans.save(loan, tx) : this.loans.insert(loan, tx));
    for (const part of await this.parts.ofLoan(loanId, tx)) {
      const statement = await this.statements.get(part.statementId, tx);
      if (statement.preparation !== part.preparation) continue;
      const of = { parts: [part], loans: new Map([[loanId, loan]]), today: this.clock.today() };
      if (isApproved(statement)) await this.clawBack.book(statement, of, tx);
      // Whoever approves it at this moment conflicts with this news instead of missing it.
      else await this.statements.lock(statement.id, tx);
    }
  }
}
