import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { releaseDeferred } from '../../domain/bonus/deferred.js';
import type { DeferredBonus } from '../../domain/bonus/deferred.js';
import { BonusFormulas } from '../../persistence/bonus/bonus-formula.repository.js';
import { BonusLoans, BonusParts } from '../../persistence/bonus/bonus-loan.repository.js';
import { BonusPayouts } from './bonus-payouts.js';
import { SheetReader } from './sheet-reader.js';

/** Looks at the loans of one deferred part on its day and hands over what is released; while a severe violation stands it stays held [5.4, 5.6]. */
@Injectable()
export class DeferredRelease {
  constructor(
    private readonly formulas: BonusFormulas,
    private readonly parts: BonusParts,
    private readonly loans: BonusLoans,
    private readonly payouts: BonusPayouts,
    private readonly reader: SheetReader,
  ) {}

  /** False when it stays held. */
  async apply(deferred: DeferredBonus, today: LocalDate, tx: Tx): Promise<boolean> {
    const violations = await this.reader.violationsOf(deferred.employeeId, deferred.quarter, tx);
    if (violations.length > 0) {
      await this.payouts.hold(deferred, violations, tx);
      return false;
    }
    const { formula } = await this.formulas.get(deferred.formulaId, tx);
    const parts = await this.parts.ofStatement(deferred.statementId, deferred.preparation, tx);
    const loanIds = parts.map(({ loanId }) => loanId);
    const loans = await this.loans.among(loanIds, tx);
    const owed = await this.payouts.owedBy(deferred.employeeId, tx);
    const release = releaseDeferred(deferred, { parts, loans, formula }, owed, today);
    for (const part of release.withheld) await this.parts.save(part, tx);
    await this.payouts.release(release, owed, tx);
    return true;
  }
}
