import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId, quarterRange } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import type { BonusPart } from '../../domain/bonus/clawback.js';
import { computeBonus } from '../../domain/bonus/compute-bonus.js';
import type { BonusFormulaVersion } from '../../domain/bonus/formula-version.js';
import { splitBonus } from '../../domain/bonus/split-bonus.js';
import type { SoldLoan } from '../../domain/bonus/split-bonus.js';
import { prepareStatement } from '../../domain/bonus/statement.js';
import type { BonusStatement } from '../../domain/bonus/statement.js';
import { BonusFormulas } from '../../persistence/bonus/bonus-formula.repository.js';
import { BonusParts } from '../../persistence/bonus/bonus-loan.repository.js';
import { BonusStatements } from '../../persistence/bonus/bonus-statement.repository.js';
import { SheetReader } from './sheet-reader.js';
import type { WaitingSheets } from './sheet-reader.js';

export interface PrepareBonusesRequest {
  readonly requestKey?: string | null;
  readonly quarter: string;
  /** One person alone; otherwise everybody whose sheet is closed. */
  readonly employeeId?: string | null;
  /** `next` of the answer before: goes on where that one ended. */
  readonly after?: string | null;
}

export interface PreparedBonuses {
  readonly bonusIds: readonly string[];
  /** There are closed sheets left: ask again. */
  readonly more: boolean;
  /** Where to go on; null when none is left. */
  readonly next: string | null;
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
      const { quarter } = input;
      quarterRange(quarter);
      const { sheets, next } = await this.sheets(input, tx);
      const formula = await this.formulas.forQuarter(quarter, tx);
      if (!formula) throw new DomainError('BONUS_FORMULA_MISSING', { quarter }, 'quarter');
      return { bonusIds: await this.prepare(quarter, sheets, { formula, by }, tx), more: next !== null, next };
    });
  }

  private async sheets({ quarter, employeeId, after }: PrepareBonusesRequest, tx: Tx): Promise<WaitingSheets> {
    if (employeeId) return { sheets: [await this.reader.sheetOf(employeeId, quarter, tx)], next: null };
    return this.reader.waiting(quarter, after ?? null, MOST_PEOPLE, tx);
  }

  /** All of them in a few commands. */
  private async prepare(
    quarter: string,
    sheets: readonly AppraisalSheet[],
    { formula: { id: formulaId, formula }, by }: { formula: BonusFormulaVersion; by: string },
    tx: Tx,
  ): Promise<string[]> {
    const people = sheets.map(({ employeeId }) => employeeId);
    const earlier = await this.statements.ofPeople(people, quarter, tx);
    const [bonusIds, parts, begun]: [string[], BonusPart[], BonusStatement[]] = [[], [], []];
    for (const { sheet, inputs, loans, violations } of await this.reader.read(quarter, sheets, formula, tx)) {
      const existing = earlier.get(sheet.employeeId) ?? null;
      const computation = computeBonus(formula, inputs);
      const facts = { id: newId('bns'), formulaId, computation, formula, sheet, violations };
      const statement = prepareStatement(existing, { ...facts, preparedBy: by, preparedAt: this.clock.now() });
      if (existing) await this.statements.save(statement, tx);
      else begun.push(statement);
      bonusIds.push(statement.id);
      parts.push(...partsOf(statement, loans));
    }
    await this.statements.insertMany(begun, tx);
    await this.parts.insertMany(parts, tx);
    return bonusIds;
  }
}

function partsOf(
  { id: statementId, preparation, employeeId, quarter, computation }: BonusStatement,
  loans: readonly SoldLoan[],
): BonusPart[] {
  const of = { version: 0, statementId, preparation, employeeId, quarter };
  const untouched = { takenFen: 0, takenOfDeferredFen: 0, takenOn: null, withheldFen: 0 };
  return splitBonus(loans, computation).map((part) => ({ id: newId('bnp'), ...of, ...part, ...untouched }));
}
