import { divideRounded } from '@weilend/kernel';
import { DIMENSION_OF } from '../appraisal/indicator.js';
import type { AppraisalFact, Figures } from '../appraisal/indicator.js';
import type { LineScore } from '../appraisal/scheme.js';
import type { AppraisalSheet } from '../appraisal/sheet.js';
import type { BonusInputs } from './compute-bonus.js';
import { scaledPoints } from './formula.js';

/**
 * What the bonus takes from a closed appraisal sheet: the amount sold, the points of sales performance alone, the whole score, and the overdue and
 * NPL figures where hr has them [5.1, 5.3, 5.6]. Nothing is counted anew: the sheet is frozen.
 */
type RiskFigures = Partial<Readonly<Record<'overdueFen' | 'nplFen' | 'outstandingFen', number | null>>>;

export function inputsOf(sheet: Pick<AppraisalSheet, 'figures' | 'total' | 'lines'>, levels: readonly string[]): BonusInputs {
  const figures: (Figures & RiskFigures) | null = sheet.figures;
  return {
    disbursedFen: figures?.disbursedFen ?? 0,
    loans: figures?.loans ?? 0,
    performance: performanceOf(sheet.lines),
    score: scaledPoints(sheet.total ?? 0),
    overdueFen: figures?.overdueFen ?? null,
    nplFen: figures?.nplFen ?? null,
    outstandingFen: figures?.outstandingFen ?? null,
    levels,
  };
}

/** What a fixed base goes by: the person's level on the career ladder, then his roles. */
export const levelsOf = (person: { readonly roles: readonly string[]; readonly level?: string | null }): readonly string[] => [
  ...(person.level ? [person.level] : []),
  ...person.roles,
];

/** Weighted points of the performance lines that are present, in ten-thousandths, rounded half up; nothing sold is 0. */
export function performanceOf(lines: readonly LineScore[]): number {
  const present = lines.flatMap(({ indicator, points, weight }) =>
    DIMENSION_OF[indicator] === 'PERFORMANCE' && points !== null ? [{ points, weight }] : [],
  );
  const weight = present.reduce((sum, line) => sum + line.weight, 0);
  if (weight === 0) return 0;
  const weighted = present.reduce((sum, line) => sum + BigInt(scaledPoints(line.points)) * BigInt(line.weight), 0n);
  return Number(divideRounded(weighted, BigInt(weight), 'HALF_UP'));
}

/** The severe violations of the quarter: each blocks the bonus [5.4]. */
export function severeViolations(facts: readonly Pick<AppraisalFact, 'kind' | 'marked' | 'aboutId'>[]): readonly string[] {
  return facts.filter(({ kind, marked }) => kind === 'VIOLATION' && marked).map(({ aboutId }) => aboutId);
}
