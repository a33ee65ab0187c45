import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import type { BonusInputs } from '../../domain/bonus/compute-bonus.js';
import type { BonusFormula } from '../../domain/bonus/formula.js';
import { inputsOf, levelsOf, severeViolations } from '../../domain/bonus/sheet-inputs.js';
import { loansBehind } from '../../domain/bonus/split-bonus.js';
import type { SoldLoan } from '../../domain/bonus/split-bonus.js';
import { SettledSheets, SheetFacts } from '../../persistence/bonus/settled-sheet.repository.js';
import { Employees } from '../../persistence/employee/employee.repository.js';

export interface SheetReading {
  readonly inputs: BonusInputs;
  readonly loans: readonly SoldLoan[];
  readonly violations: readonly string[];
}

/** What a bonus needs of a closed appraisal sheet and of the facts behind it [5.1, 5.4, 5.6]. */
@Injectable()
export class SheetReader {
  constructor(
    private readonly sheets: SettledSheets,
    private readonly facts: SheetFacts,
    private readonly employees: Employees,
  ) {}

  /** The sheet of one person, closed or not. Throws BONUS_SHEET_NOT_CLOSED when there is none. */
  async sheetOf(employeeId: string, quarter: string, tx: Tx): Promise<AppraisalSheet> {
    const sheet = await this.sheets.ofPerson(employeeId, quarter, tx);
    if (!sheet) throw new DomainError('BONUS_SHEET_NOT_CLOSED', { quarter }, 'quarter');
    return sheet;
  }

  /** Closed sheets of a quarter of everybody else. */
  closedWithout(quarter: string, employeeIds: readonly string[], limit: number, tx: Tx): Promise<AppraisalSheet[]> {
    return this.sheets.closedWithout(quarter, employeeIds, limit, tx);
  }

  async read(sheet: AppraisalSheet, formula: BonusFormula, tx: Tx): Promise<SheetReading> {
    const facts = await this.facts.inOrder(sheet.employeeId, sheet.quarter, tx);
    const levels = formula.base.kind === 'FIXED_BY_LEVEL' ? levelsOf(await this.employees.get(sheet.employeeId, tx)) : [];
    const loans = sheet.figures ? loansBehind(facts, sheet.figures) : [];
    return { inputs: inputsOf(sheet, levels), loans, violations: await this.violationsOf(sheet.employeeId, sheet.quarter, tx) };
  }

  /** Severe violations of a person that were heard since a quarter began, until now: each of them blocks. */
  async violationsOf(employeeId: string, quarter: string, tx: Tx): Promise<readonly string[]> {
    return severeViolations(await this.facts.violationsFrom(employeeId, quarter, tx));
  }
}
