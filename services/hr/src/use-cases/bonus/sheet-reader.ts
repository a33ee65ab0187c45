import { Injectable } from '@nestjs/common';
import { DomainError, quarterRange } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import type { BonusInputs } from '../../domain/bonus/compute-bonus.js';
import type { BonusFormula } from '../../domain/bonus/formula.js';
import { inputsOf, levelsOf, severeViolations } from '../../domain/bonus/sheet-inputs.js';
import { loansBehind } from '../../domain/bonus/split-bonus.js';
import type { SoldLoan } from '../../domain/bonus/split-bonus.js';
import { BonusStatements } from '../../persistence/bonus/bonus-statement.repository.js';
import { Placements } from '../../persistence/bonus/placement.repository.js';
import { SettledSheets, SheetFacts } from '../../persistence/bonus/settled-sheet.repository.js';
import { Employees } from '../../persistence/employee/employee.repository.js';

export interface SheetReading {
  readonly sheet: AppraisalSheet;
  readonly inputs: BonusInputs;
  readonly loans: readonly SoldLoan[];
  readonly violations: readonly string[];
}

export interface WaitingSheets {
  readonly sheets: readonly AppraisalSheet[];
  readonly next: string | null;
}

const LOOKED_AT_ONCE = 200;

/** What a bonus needs of a closed appraisal sheet and of the facts behind it [5.1, 5.4, 5.6]. */
@Injectable()
export class SheetReader {
  constructor(
    private readonly sheets: SettledSheets,
    private readonly facts: SheetFacts,
    private readonly employees: Employees,
    private readonly placements: Placements,
    private readonly statements: BonusStatements,
  ) {}

  /** The sheet of one person, closed or not. Throws BONUS_SHEET_NOT_CLOSED when there is none. */
  async sheetOf(employeeId: string, quarter: string, tx: Tx): Promise<AppraisalSheet> {
    const sheet = await this.sheets.ofPerson(employeeId, quarter, tx);
    if (!sheet) throw new DomainError('BONUS_SHEET_NOT_CLOSED', { quarter }, 'quarter');
    return sheet;
  }

  /**
   * The next closed sheets of a quarter whose bonus is not settled, in the order of the sheets, at most so many: `next` is where to go on, null when
   * none is left. Throws NOT_FOUND when there is no such sheet to go on after, BONUS_SHEET_NOT_CLOSED when there is no closed sheet to look at,
   * BONUS_ALREADY_SETTLED when all of them are settled.
   */
  async waiting(quarter: string, after: string | null, most: number, tx: Tx): Promise<WaitingSheets> {
    if (after !== null) await this.sheets.get(after, tx);
    const found: string[] = [];
    let [from, isLast] = [after, false];
    while (found.length <= most && !isLast) {
      const page = await this.sheets.closedAfter(quarter, from, LOOKED_AT_ONCE, tx);
      if (page.length === 0 && from === null) throw new DomainError('BONUS_SHEET_NOT_CLOSED', { quarter }, 'quarter');
      const people = page.map(({ employeeId }) => employeeId);
      const settled = await this.statements.settledAmong(people, quarter, tx);
      found.push(...page.filter(({ employeeId }) => !settled.has(employeeId)).map(({ id }) => id));
      [from, isLast] = [page.at(-1)?.id ?? from, page.length < LOOKED_AT_ONCE];
    }
    if (found.length === 0) throw new DomainError('BONUS_ALREADY_SETTLED', { quarter }, 'quarter');
    const some = found.slice(0, most);
    return { sheets: await this.sheets.some(some, tx), next: found.length > some.length ? (some.at(-1) ?? null) : null };
  }

  /** What some sheets of one quarter pay, in their order: a few questions whatever their number. */
  async read(quarter: string, sheets: readonly AppraisalSheet[], formula: BonusFormula, tx: Tx): Promise<readonly SheetReading[]> {
    const people = sheets.map(({ employeeId }) => employeeId);
    const facts = await this.facts.inOrder(people, quarter, tx);
    const violations = await this.facts.violationsFrom(people, quarter, tx);
    // A fixed base goes by what the person was when the quarter ended, not when somebody prepares it.
    const isFixed = formula.base.kind === 'FIXED_BY_LEVEL';
    const placed = await this.placements.on(isFixed ? people : [], quarterRange(quarter).to, tx);
    const reading = (sheet: AppraisalSheet): SheetReading => {
      const { employeeId, figures } = sheet;
      const placement = placed.get(employeeId);
      const inputs = inputsOf(sheet, placement ? levelsOf(placement) : []);
      const loans = figures ? loansBehind(facts.get(employeeId) ?? [], figures) : [];
      return { sheet, inputs, loans, violations: severeViolations(violations.get(employeeId) ?? []) };
    };
    return sheets.map(reading);
  }

  /**
   * Severe violations of a person that were heard since a quarter began, until now: each of them blocks. Writes the person's row, as the taking in of a
   * violation does: of a payment and a violation that cross, one runs again and sees the other.
   */
  async violationsOf(employeeId: string, quarter: string, tx: Tx): Promise<readonly string[]> {
    await this.employees.lock(employeeId, tx);
    return severeViolations((await this.facts.violationsFrom([employeeId], quarter, tx)).get(employeeId) ?? []);
  }
}
