import type { Fen } from '@weilend/kernel';
import type { AppraisalSheet } from '../appraisal/sheet.js';
import { computeBonus } from './compute-bonus.js';
import type { BonusComputation } from './compute-bonus.js';
import type { BonusFormula } from './formula.js';
import { inputsOf } from './sheet-inputs.js';

/**
 * What a formula would have given for a closed sheet, beside what the one in force gives: so that people see whom a change touches before they publish
 * it [5.6]. Nothing is written down; a severe violation blocks either way [5.4].
 */
export interface SimulatedBonus {
  readonly employeeId: string;
  readonly appraisalId: string;
  readonly blocked: boolean;
  /** By the formula in force; null when there is none. */
  readonly oldFen: Fen | null;
  readonly newFen: Fen;
  readonly computation: BonusComputation;
}

type Sheet = Pick<AppraisalSheet, 'id' | 'employeeId' | 'figures' | 'total' | 'lines'>;

export function simulateBonus(
  sheet: Sheet,
  levels: readonly string[],
  of: { draft: BonusFormula; inForce: BonusFormula | null },
): SimulatedBonus {
  const { id: appraisalId, employeeId } = sheet;
  const blocked = (sheet.figures?.severeViolations ?? 0) > 0;
  const inputs = inputsOf(sheet, levels);
  const computation = computeBonus(of.draft, inputs);
  const given = (fen: Fen): Fen => (blocked ? 0 : fen);
  const oldFen = of.inForce && given(computeBonus(of.inForce, inputs).totalFen);
  return { employeeId, appraisalId, blocked, oldFen, newFen: given(computation.totalFen), computation };
}
