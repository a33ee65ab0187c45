import type { Stored } from '@weilend/mongo';
import type { BonusInputs, BonusLine } from '../../domain/bonus/compute-bonus.js';
import { SCALE } from '../../domain/bonus/formula.js';
import { nextStepOf } from '../../domain/bonus/payout.js';
import type { BonusPayout } from '../../domain/bonus/payout.js';
import { payoutOf } from '../../domain/bonus/statement.js';
import type { BonusStatement } from '../../domain/bonus/statement.js';
import { deferredPayout, heldFen } from '../../domain/bonus/deferred.js';
import type { DeferredBonus } from '../../domain/bonus/deferred.js';
import { decimal, LINE_NAMES, lineText, NEXT_STEP_TEXTS } from './bonus-words.js';

/** What the rows of the bonus look like to readers: figures side by side, each line with its words. */
export type BonusView = ReturnType<typeof bonusView>;
export type DeferredView = ReturnType<typeof deferredView>;

export const linesOf = (lines: readonly BonusLine[], inputs: BonusInputs) =>
  lines.map((line) => ({
    ...{ code: line.code, name: LINE_NAMES[line.code], limitFen: line.limitFen, amountFen: line.amountFen },
    factor: line.factorBps === null ? null : decimal(line.factorBps),
    explanation: lineText(line, inputs),
  }));

export const inputsView = ({ performance, score, ...rest }: BonusInputs) => ({
  ...rest,
  performance: performance / SCALE,
  score: score / SCALE,
});

export function bonusView(row: Stored) {
  const { _id: id, ...rest } = row;
  const statement = { id, ...rest } as unknown as BonusStatement;
  const { inputs, lines, baseFen, totalFen, deferredFen, paidNowFen } = statement.computation;
  return {
    ...statement,
    ...{ baseFen, totalFen, deferredFen, paidNowFen, payoutFen: payoutOf(statement) },
    inputs: inputsView(inputs),
    lines: linesOf(lines, inputs),
    ...next(statement),
  };
}

export function deferredView(row: Stored) {
  const { _id: id, ...rest } = row;
  const deferred = { id, ...rest } as unknown as DeferredBonus;
  return { ...deferred, heldFen: heldFen(deferred), payoutFen: deferredPayout(deferred), ...next(deferred) };
}

function next(payout: BonusPayout) {
  const nextStep = nextStepOf(payout);
  return { nextStep, nextStepText: nextStep && NEXT_STEP_TEXTS[nextStep] };
}
