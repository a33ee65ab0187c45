import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId, quarterRange } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import { computeBonus } from '../../domain/bonus/compute-bonus.js';
import type { BonusFormulaVersion } from '../../domain/bonus/formula-version.js';
import { splitBonus } from '../../domain/bonus/split-bonus.js';
import { prepareStatement } from '../../domain/bonus/statement.js';
import { BonusFormulas } from '../../persistence/bonus/bonus-formula.repository.js';
import { BonusParts } from '../../persistence/bonus/bonus-loan.repository.js';
import { BonusStatements } from '../../persistence/bonus/bonus-statement.repository.js';
import { SheetReader } from './sheet-reader.js';

export interface PrepareBonusesRequest {
  readonly requestKey?: string | null;
  readonly quarter: string;
  /** One person alone; otherwise everybody whose sheet is closed. */
  readonly employeeId?: string | null;
}

export interface PreparedBonuses {
  readonly bonusIds: readonly string[];
  /** There are closed sheets left: ask again. */
  readonly more: boolean;
}

/** With all their loans they fit into one transaction. */
const MOST_PEOPLE = 50;

/** Settles a quarter: a bonus statement for each closed appraisal sheet, once per person and quarter, for another person to approve [5.4, 5.6]. */
@Injectable()
export class PrepareBonuses {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: SheetReader,
    private readonly formulas: BonusFormulas,
    private readonly statements: BonusStatements,
    private readonly parts: BonusParts,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: PrepareBonusesRequest): Promise<PreparedBonuses> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'prepare-bonuses', actor, input, inTurn: `bonuses ${input.quarter}` }, async (tx) => {
      const { quarter, employeeId } = input;
      quarterRange(quarter);
      const sheets = employeeId ? [await this.reader.sheetOf(employeeId, quarter, tx)] : await this.waiting(quarter, tx);
      const formula = await this.formulas.forQuarter(quarter, tx);
      if (!formula) throw new DomainError('BONUS_FORMULA_MISSING', { quarter }, 'quarter');
      const bonusIds: string[] = [];
      for (const sheet of sheets.slice(0, MOST_PEOPLE)) bonusIds.push(await this.prepare(sheet, formula, by, tx));
      return { bonusIds, more: sheets.length > MOST_PEOPLE };
    });
  }

  private async waiting(quarter: string, tx: Tx): Promise<AppraisalSheet[]> {
    const settled = await this.statements.settledIn(quarter, tx);
    const sheets = await this.reader.closedWithout(quarter, settled, MOST_PEOPLE + 1, tx);
    if (sheets.length === 0)
      throw new DomainError(settled.length > 0 ? 'BONUS_ALREADY_SETTLED' : 'BONUS_SHEET_NOT_CLOSED', { quarter }, 'quarter');
    return sheets;
  }

  private async prepare(sheet: AppraisalSheet, { id: formulaId, formula }: BonusFormulaVersion, by: string, tx: Tx): Promise<string> {
    const existing = await this.statements.ofPerson(sheet.employeeId, sheet.quarter, tx);
    const { inputs, loans, violations } = await this.reader.read(sheet, formula, tx);
    const computation = computeBonus(formula, inputs);
    const facts = { id: newId('bns'), formulaId, computation, formula, sheet, violations };
    const statement = prepareStatement(existing, { ...facts, preparedBy: by, preparedAt: this.clock.now() });
    await (existing ? this.statements.save(statement, tx) : this.statements.insert(statement, tx));
    const { id: statementId, preparation, employeeId, quarter } = statement;
    const untouched = { takenFen: 0, takenOfDeferredFen: 0, takenOn: null, withheldFen: 0 };
    const parts = splitBonus(loans, computation).map((part) => ({
      ...{ ...part, ...untouched, id: newId('bnp'), version: 0, statementId, preparation, employeeId, quarter },
    }));
    await this.parts.insertMany(parts, tx);
    return statementId;
  }
}
