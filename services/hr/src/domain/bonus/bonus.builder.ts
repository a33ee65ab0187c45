import { parseLocalDate } from '@weilend/kernel';
import type { AppraisalFact, Figures } from '../appraisal/indicator.js';
import type { BonusPart } from './clawback.js';
import type { BonusInputs } from './compute-bonus.js';
import { computeBonus } from './compute-bonus.js';
import type { BonusFormula } from './formula.js';
import { prepareStatement } from './statement.js';
import type { BonusStatement } from './statement.js';

/** 0.5 % of the amount, performance in steps, score by a line, risk by bands, at most 50 000 yuan, 40 % deferred for two quarters. */
export const goodFormula: BonusFormula = {
  base: { kind: 'SHARE_OF_LOANS', shareBps: 50, levels: [] },
  performance: {
    kind: 'STEPS',
    points: [
      { at: 0, coefficientBps: 5_000 },
      { at: 80, coefficientBps: 10_000 },
      { at: 100, coefficientBps: 12_000 },
    ],
  },
  score: {
    kind: 'LINEAR',
    points: [
      { at: 0, coefficientBps: 0 },
      { at: 60, coefficientBps: 6_000 },
      { at: 120, coefficientBps: 12_000 },
    ],
  },
  risk: {
    overdue: [
      { fromBps: 0, coefficientBps: 10_000 },
      { fromBps: 300, coefficientBps: 8_000 },
    ],
    npl: [
      { fromBps: 0, coefficientBps: 10_000 },
      { fromBps: 200, coefficientBps: 5_000 },
    ],
  },
  caps: { personFen: 5_000_000, shareOfBaseBps: 15_000 },
  minScore: 60,
  deferral: { shareBps: 4_000, quarters: 2 },
  clawback: { shareBps: 10_000, quarters: 4 },
  bad: { bucket: 'M4_PLUS', loanClass: 'SUBSTANDARD' },
};

/** A million yuan in two loans, on target. */
export const goodInputs: BonusInputs = {
  disbursedFen: 100_000_000,
  loans: 2,
  performance: 1_000_000,
  score: 1_000_000,
  overdueFen: null,
  nplFen: null,
  outstandingFen: null,
  levels: ['salesperson'],
};

export const figures: Figures = {
  disbursedFen: 100_000_000,
  loans: 2,
  newCustomers: 0,
  satisfactionAverage: null,
  satisfactionSample: 0,
  violations: 0,
  severeViolations: 0,
  trainingHours: 0,
} as Figures;

export const aFact = (kind: AppraisalFact['kind'], aboutId: string, value: number, marked = false): AppraisalFact => ({
  ...{ id: `fct_${aboutId}`, version: 1, employeeId: 'emp_1', quarter: '2026-Q1' },
  ...{ kind, aboutId, value, marked, occurredOn: '2026-02-01' },
});

export const aPart = (change: Partial<BonusPart> = {}): BonusPart => ({
  ...{ id: 'bnp_1', version: 1, statementId: 'bns_1', preparation: 1, employeeId: 'emp_1', quarter: '2026-Q1', loanId: 'lon_1' },
  ...{ amountFen: 1_000_000, partFen: 10_000, deferredFen: 4_000, takenFen: 0, takenOfDeferredFen: 0, takenOn: null, withheldFen: 0 },
  ...change,
});

export const at = new Date('2026-04-10T02:00:00Z');
export const day = parseLocalDate;

export function preparedStatement(
  change: { formula?: BonusFormula; inputs?: BonusInputs; violations?: readonly string[] } = {},
): BonusStatement {
  const { formula = goodFormula, inputs = goodInputs, violations = [] } = change;
  return prepareStatement(null, {
    ...{ id: 'bns_1', formulaId: 'bnf_1', preparedBy: 'emp_hr', preparedAt: at, formula, violations },
    computation: computeBonus(formula, inputs),
    sheet: { id: 'apr_1', employeeId: 'emp_1', quarter: '2026-Q1', state: 'CLOSED' },
  });
}
