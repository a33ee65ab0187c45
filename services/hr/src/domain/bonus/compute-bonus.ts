import { divideRounded, fen } from '@weilend/kernel';
import type { Fen } from '@weilend/kernel';
import { coefficientAt, NEUTRAL, riskCoefficient, SCALE } from './formula.js';
import type { BonusFormula } from './formula.js';

/**
 * The bonus of one person and quarter by the formula, line by line [5.6]: base, the three coefficients, the caps, and what of it is paid now and what
 * is deferred. Each line is rounded half up to the fen and the next one goes on from it, so that the statement can be checked with a pocket calculator.
 */
export interface BonusInputs {
  readonly disbursedFen: Fen;
  readonly loans: number;
  /** Ten-thousandths of a point. */
  readonly performance: number;
  readonly score: number;
  /** As of the quarter's end; null where the figure is absent. */
  readonly overdueFen: Fen | null;
  readonly nplFen: Fen | null;
  readonly outstandingFen: Fen | null;
  /** Level and roles of the person, for a base by level. */
  readonly levels: readonly string[];
}

export const BONUS_LINES = ['BASE', 'PERFORMANCE', 'SCORE', 'OVERDUE', 'NPL', 'MIN_SCORE', 'CAP_PERSON', 'CAP_SHARE_OF_BASE'] as const;
export type BonusLineCode = (typeof BONUS_LINES)[number];

export interface BonusLine {
  readonly code: BonusLineCode;
  /** Coefficient or share in basis points; null for a line that limits. */
  readonly factorBps: number | null;
  /** What the line limits to, or the level's amount. */
  readonly limitFen: Fen | null;
  /** What there is after the line. */
  readonly amountFen: Fen;
}

export interface BonusComputation {
  readonly inputs: BonusInputs;
  readonly lines: readonly BonusLine[];
  readonly baseFen: Fen;
  readonly totalFen: Fen;
  readonly deferredFen: Fen;
  readonly paidNowFen: Fen;
}

export function computeBonus(formula: BonusFormula, inputs: BonusInputs): BonusComputation {
  const base = baseLine(formula, inputs);
  const lines: BonusLine[] = [base];
  const last = (): Fen => lines.at(-1)?.amountFen ?? 0;
  const times = (code: BonusLineCode, factorBps: number): void =>
    void lines.push({ code, factorBps, limitFen: null, amountFen: bpsOf(last(), factorBps) });
  const atMost = (code: BonusLineCode, limitFen: Fen, factorBps: number | null = null): void =>
    void lines.push({ code, factorBps, limitFen, amountFen: Math.min(last(), limitFen) });
  times('PERFORMANCE', coefficientAt(formula.performance, inputs.performance));
  times('SCORE', coefficientAt(formula.score, inputs.score));
  times('OVERDUE', riskCoefficient(formula.risk.overdue, inputs.overdueFen, inputs.outstandingFen));
  times('NPL', riskCoefficient(formula.risk.npl, inputs.nplFen, inputs.outstandingFen));
  if (inputs.score < formula.minScore * SCALE) atMost('MIN_SCORE', 0);
  atMost('CAP_PERSON', formula.caps.personFen);
  const { shareOfBaseBps } = formula.caps;
  if (shareOfBaseBps !== null) atMost('CAP_SHARE_OF_BASE', bpsOf(base.amountFen, shareOfBaseBps), shareOfBaseBps);
  const totalFen = last();
  const deferredFen = bpsOf(totalFen, formula.deferral.shareBps);
  return { inputs, lines, baseFen: base.amountFen, totalFen, deferredFen, paidNowFen: totalFen - deferredFen };
}

function baseLine({ base }: BonusFormula, { disbursedFen, levels }: BonusInputs): BonusLine {
  if (base.kind === 'SHARE_OF_LOANS') {
    // More was taken back in the quarter than sold: that is no negative bonus.
    const amountFen = bpsOf(Math.max(0, disbursedFen), base.shareBps ?? 0);
    return { code: 'BASE', factorBps: base.shareBps, limitFen: null, amountFen };
  }
  const own = base.levels.find(({ level }) => levels.includes(level));
  return { code: 'BASE', factorBps: null, limitFen: own?.amountFen ?? null, amountFen: own?.amountFen ?? 0 };
}

/** A share in basis points, rounded half up to the fen. */
export function bpsOf(amountFen: Fen, bps: number): Fen {
  return bps === NEUTRAL ? fen(amountFen) : fen(Number(divideRounded(BigInt(amountFen) * BigInt(bps), BigInt(SCALE), 'HALF_UP')));
}
