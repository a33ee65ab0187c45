import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors } from '@weilend/kernel';
import { goodFormula } from './bonus.builder.js';
import { checkFormula } from './check-formula.js';
import type { BonusFormula, Curve, RiskBand } from './formula.js';

function errorsOf(formula: BonusFormula): readonly DomainError[] {
  try {
    checkFormula(formula);
  } catch (error) {
    if (error instanceof DomainErrors) return error.all;
    if (error instanceof DomainError) return [error];
    throw error;
  }
  return [];
}
const fieldsOf = (formula: BonusFormula) => errorsOf(formula).map(({ field }) => field);

test('[5.6] a mistake is told in both languages', () => {
  const data = { field: 'minScore', problem: 'a whole number from 0 to 120', problemZh: '须为 0 至 120 的整数' };
  expect(errorsOf({ ...goodFormula, minScore: 121 })).toMatchObject([{ code: 'BONUS_FORMULA_INVALID', data }]);
});

const steps = (...points: [number, number][]): Curve => ({
  kind: 'STEPS',
  points: points.map(([at, coefficientBps]) => ({ at, coefficientBps })),
});
const bands = (...some: [number, number][]): RiskBand[] => some.map(([fromBps, coefficientBps]) => ({ fromBps, coefficientBps }));
const fixed = (...levels: [string, number][]): BonusFormula['base'] => ({
  kind: 'FIXED_BY_LEVEL',
  shareBps: null,
  levels: levels.map(([level, amountFen]) => ({ level, amountFen })),
});

describe('[5.6] a formula that may be drafted', () => {
  test.each<[string, Partial<BonusFormula>]>([
    ['the usual one', {}],
    ['a fixed base by level', { base: fixed(['sales-manager', 900_000], ['salesperson', 500_000]) }],
    ['no look at risk', { risk: { overdue: [], npl: [] } }],
    ['nothing deferred, nothing taken back', { deferral: { shareBps: 0, quarters: 0 }, clawback: { shareBps: 0, quarters: 0 } }],
    ['no cap by the base', { caps: { personFen: 1, shareOfBaseBps: null } }],
    ['the same for everybody', { performance: steps([0, 10_000]), score: steps([0, 10_000]) }],
  ])('%s', (_title, change) => {
    expect(fieldsOf({ ...goodFormula, ...change })).toEqual([]);
  });
});

describe('[5.6] a formula that is wrong says where', () => {
  test.each<[string, Partial<BonusFormula>, string[]]>([
    ['an unknown base', { base: { ...goodFormula.base, kind: 'WHATEVER' as never } }, ['base.kind']],
    ['no share', { base: { ...goodFormula.base, shareBps: null } }, ['base.shareBps']],
    ['a share of nothing', { base: { ...goodFormula.base, shareBps: 0 } }, ['base.shareBps']],
    ['more than the loan', { base: { ...goodFormula.base, shareBps: 10_001 } }, ['base.shareBps']],
    ['half a basis point', { base: { ...goodFormula.base, shareBps: 0.5 } }, ['base.shareBps']],
    ['both bases', { base: { ...goodFormula.base, levels: [{ level: 'salesperson', amountFen: 1 }] } }, ['base.levels']],
    ['levels with a share', { base: { ...fixed(['salesperson', 1]), shareBps: 50 } }, ['base.shareBps']],
    ['no level', { base: fixed() }, ['base.levels']],
    ['a level twice', { base: fixed(['salesperson', 1], ['salesperson', 2]) }, ['base.levels']],
    ['a level that is none', { base: fixed(['销售', 1]) }, ['base.levels.0.level']],
    ['a level for nothing', { base: fixed(['salesperson', 0]) }, ['base.levels.0.amountFen']],
    ['an unknown curve', { score: { ...goodFormula.score, kind: 'WAVE' as never } }, ['score.kind']],
    ['no points', { score: steps() }, ['score.points']],
    ['no beginning', { performance: steps([10, 1]) }, ['performance.points.0.at']],
    ['less for more', { performance: steps([0, 10_000], [80, 9_999]) }, ['performance.points.1.coefficientBps']],
    ['points that do not rise', { score: steps([0, 1], [0, 2]) }, ['score.points.1.at']],
    ['points beyond 120', { score: steps([0, 1], [121, 2]) }, ['score.points.1.at']],
    ['a coefficient above 5', { score: steps([0, 50_001]) }, ['score.points.0.coefficientBps']],
    ['a negative coefficient', { score: steps([0, -1]) }, ['score.points.0.coefficientBps']],
    ['half a point', { score: steps([0, 1], [0.5, 2]) }, ['score.points.1.at']],
    ['bands without a beginning', { risk: { overdue: bands([1, 1]), npl: [] } }, ['risk.overdue.0.fromBps']],
    ['more for more risk', { risk: { overdue: [], npl: bands([0, 5_000], [100, 5_001]) } }, ['risk.npl.1.coefficientBps']],
    ['bands that do not rise', { risk: { overdue: [], npl: bands([0, 2], [0, 1]) } }, ['risk.npl.1.fromBps']],
    ['a reward for no risk', { risk: { overdue: bands([0, 10_001]), npl: [] } }, ['risk.overdue.0.coefficientBps']],
    ['a ceiling of nothing', { caps: { personFen: 0, shareOfBaseBps: null } }, ['caps.personFen']],
    ['a ceiling in half fen', { caps: { personFen: 1.5, shareOfBaseBps: null } }, ['caps.personFen']],
    ['a share of the base of nothing', { caps: { personFen: 1, shareOfBaseBps: 0 } }, ['caps.shareOfBaseBps']],
    ['a score nobody has', { minScore: 121 }, ['minScore']],
    ['more deferred than there is', { deferral: { shareBps: 10_001, quarters: 1 } }, ['deferral.shareBps']],
    ['deferred for no time', { deferral: { shareBps: 1, quarters: 0 } }, ['deferral.quarters']],
    ['deferred for ever', { deferral: { shareBps: 1, quarters: 13 } }, ['deferral.quarters']],
    ['taken back beyond the part', { clawback: { shareBps: 10_001, quarters: 1 } }, ['clawback.shareBps']],
    ['taken back in no time', { clawback: { shareBps: 1, quarters: 0 } }, ['clawback.quarters']],
    ['an unknown lateness', { bad: { bucket: 'CURRENT' as never, loanClass: 'LOSS' } }, ['bad.bucket']],
    ['an unknown class', { bad: { bucket: 'M1', loanClass: 'PASS' as never } }, ['bad.loanClass']],
    [
      'several at once',
      { minScore: -1, caps: { personFen: -1, shareOfBaseBps: -1 } },
      ['caps.personFen', 'caps.shareOfBaseBps', 'minScore'],
    ],
  ])('%s', (_title, change, fields) => {
    expect(fieldsOf({ ...goodFormula, ...change })).toEqual(fields.map((field) => `formula.${field}`));
  });
});
