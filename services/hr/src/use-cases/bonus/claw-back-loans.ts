import { Injectable } from '@nestjs/common';
import { newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { clawedBackSince } from '../../domain/bonus/bonus-loan.js';
import type { BonusLoan } from '../../domain/bonus/bonus-loan.js';
import { noteTaken, takeBack, takenMore } from '../../domain/bonus/clawback.js';
import type { BonusPart, Taken } from '../../domain/bonus/clawback.js';
import { heldFen, holdDeferred, takeFromDeferred } from '../../domain/bonus/deferred.js';
import type { DeferredBonus } from '../../domain/bonus/deferred.js';
import type { BonusFormula } from '../../domain/bonus/formula.js';
import type { BonusStatement } from '../../domain/bonus/statement.js';
import { BonusFormulas } from '../../persistence/bonus/bonus-formula.repository.js';
import { BonusBalances, BonusClawbacks, BonusLoans, BonusParts } from '../../persistence/bonus/bonus-loan.repository.js';
import { DeferredBonuses } from '../../persistence/bonus/bonus-statement.repository.js';

/** Holds the deferred part of an approved bonus, and takes back the parts of loans that turn bad in time, each once [5.6]. */
@Injectable()
export class ClawBackLoans {
  constructor(
    private readonly formulas: BonusFormulas,
    private readonly parts: BonusParts,
    private readonly loans: BonusLoans,
    private readonly deferreds: DeferredBonuses,
    private readonly clawbacks: BonusClawbacks,
    private readonly balances: BonusBalances,
  ) {}

  /** At the approval: the deferred part is held, and loans that turned bad before it are taken back at once. */
  async hold(statement: BonusStatement, today: LocalDate, tx: Tx): Promise<void> {
    if (statement.releaseOn) await this.deferreds.insert(holdDeferred(newId('bnd'), statement, statement.releaseOn), tx);
    const parts = await this.parts.ofStatement(statement.id, statement.preparation, tx);
    const loanIds = parts.map(({ loanId }) => loanId);
    await this.book(statement, { parts, loans: await this.loans.among(loanIds, tx), today }, tx);
  }

  /** Of these parts of one approved statement those whose loans turned bad in time. */
  async book(
    statement: BonusStatement,
    of: { readonly parts: readonly BonusPart[]; readonly loans: ReadonlyMap<string, BonusLoan>; readonly today: LocalDate },
    tx: Tx,
  ): Promise<void> {
    const touched = of.parts.filter(
      ({ loanId, takenOn }) => of.loans.has(loanId) && (takenOn === null || of.loans.get(loanId)?.reversedOn),
    );
    if (touched.length === 0) return;
    const { formula } = await this.formulas.get(statement.formulaId, tx);
    const before = await this.deferreds.ofStatement(statement.id, tx);
    let after = before;
    let carriedFen = 0;
    for (const part of touched) {
      const loan = of.loans.get(part.loanId);
      const since = loan ? clawedBackSince(loan, statement.quarter, formula) : null;
      if (since === null) continue;
      const taken = await this.take({ part, formula, since, held: after, today: of.today, isWhole: Boolean(loan?.reversedOn) }, tx);
      if (after && taken.fromDeferredFen > 0) after = takeFromDeferred(after, taken.fromDeferredFen);
      carriedFen += taken.carriedFen;
    }
    if (after && after !== before) await this.deferreds.save(after, tx);
    if (carriedFen > 0) await this.balances.owe(statement.employeeId, carriedFen, tx);
  }

  private async take(
    of: { part: BonusPart; formula: BonusFormula; since: LocalDate; held: DeferredBonus | null; today: LocalDate; isWhole: boolean },
    tx: Tx,
  ): Promise<Taken> {
    const { part, formula, since: badSince, held, today: bookedOn } = of;
    const taken = takeBack(part, formula, heldFen(held), of.isWhole);
    if (taken.amountFen === 0) return taken;
    const { statementId, employeeId, quarter, loanId } = part;
    const known = part.takenOn === null ? null : await this.clawbacks.ofLoan(statementId, loanId, tx);
    const clawback = { id: newId('bnc'), version: 0, statementId, employeeId, quarter, loanId, badSince, bookedOn, ...taken };
    await (known ? this.clawbacks.save(takenMore(known, taken), tx) : this.clawbacks.insert(clawback, tx));
    await this.parts.save(noteTaken(part, taken, bookedOn), tx);
    return taken;
  }
}
