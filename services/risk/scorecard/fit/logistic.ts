// Logistic regression with a ridge that draws the coefficients to 1. A coefficient of 1 on every weight of evidence is the card of somebody who takes
// the attributes for independent; the ridge says how much the data must insist before the card says otherwise. Newton's method.

export interface LogisticModel {
  readonly intercept: number;
  readonly coefficients: readonly number[];
}

export interface LogisticInput {
  /** One row an application, one number an attribute. */
  readonly rows: readonly (readonly number[])[];
  /** 1 for what is to be predicted, 0 otherwise. */
  readonly outcomes: readonly number[];
  /** Half of it times the squared distance from `towards` is the penalty; 0 for none. The intercept is free. */
  readonly ridge: number;
  readonly towards: number;
}

const MOST_STEPS = 60;
const SMALL_STEP = 1e-9;
/** Newton's method may overshoot far from the solution: a step that makes the fit worse is halved at most so often. */
const MOST_HALVINGS = 30;
/** Coefficients beyond this mean that the data separate the outcomes. */
const ENDLESS = 500;

/** @throws RangeError when the data determine no coefficients (perfect separation, or equal columns, without a ridge). */
export function fitLogistic(input: LogisticInput): LogisticModel {
  const { rows, ridge, towards } = input;
  let weights = [0, ...(rows[0] ?? []).map(() => towards)];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { slope, curve } = derivatives(rows, input.outcomes, weights);
    for (let place = 1; place < weights.length; place += 1) {
      slope[place] = at(slope, place) - ridge * (at(weights, place) - towards);
      const line = curve[place] ?? [];
      line[place] = at(line, place) + ridge;
    }
    const move = solve(curve, slope);
    weights = improved(input, weights, move);
    if (weights.some((weight) => Math.abs(weight) > ENDLESS)) break;
    if (Math.max(...move.map(Math.abs)) < SMALL_STEP) return { intercept: at(weights, 0), coefficients: weights.slice(1) };
  }
  throw new RangeError('the logistic regression does not settle: the data separate the outcomes, a ridge is needed');
}

function improved(input: LogisticInput, weights: readonly number[], move: readonly number[]): number[] {
  const before = penalisedLoss(input, weights);
  let pace = 1;
  let moved = weights.map((weight, place) => weight + at(move, place));
  for (let halvings = 0; halvings < MOST_HALVINGS && penalisedLoss(input, moved) > before + SMALL_STEP; halvings += 1) {
    pace /= 2;
    moved = weights.map((weight, place) => weight + pace * at(move, place));
  }
  return moved;
}

function penalisedLoss({ rows, outcomes, ridge, towards }: LogisticInput, weights: readonly number[]): number {
  const model = { intercept: at(weights, 0), coefficients: weights.slice(1) };
  const penalty = model.coefficients.reduce((sum, coefficient) => sum + (ridge / 2) * (coefficient - towards) ** 2, 0);
  return rows.reduce((sum, row, index) => {
    const logOdds = predict(model, row);
    // ln(1 + e^-x) without overflow, for the side that came true.
    const towardsTruth = at(outcomes, index) === 1 ? logOdds : -logOdds;
    return sum + Math.max(-towardsTruth, 0) + Math.log1p(Math.exp(-Math.abs(towardsTruth)));
  }, penalty);
}

export function predict({ intercept, coefficients }: LogisticModel, row: readonly number[]): number {
  return coefficients.reduce((sum, coefficient, place) => sum + coefficient * at(row, place), intercept);
}

export const chanceOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

const at = (numbers: readonly number[], place: number): number => numbers[place] ?? 0;

/** Slope and (negative) curvature of the log-likelihood; only the lower triangle of the curvature is filled. */
function derivatives(
  rows: LogisticInput['rows'],
  outcomes: readonly number[],
  weights: readonly number[],
): { slope: number[]; curve: number[][] } {
  const slope = weights.map(() => 0);
  const curve = weights.map(() => weights.map(() => 0));
  for (const [index, row] of rows.entries()) {
    const chance = chanceOf(row.reduce((sum, value, place) => sum + value * at(weights, place + 1), at(weights, 0)));
    const miss = at(outcomes, index) - chance;
    const spread = chance * (1 - chance);
    for (let place = 0; place < weights.length; place += 1) {
      const value = place === 0 ? 1 : at(row, place - 1);
      const line = curve[place] ?? [];
      slope[place] = at(slope, place) + miss * value;
      line[0] = at(line, 0) + spread * value;
      for (let other = 1; other <= place; other += 1) line[other] = at(line, other) + spread * value * at(row, other - 1);
    }
  }
  return { slope, curve };
}

/** Solves a symmetric positive definite system of which the lower triangle is given (Cholesky). @throws RangeError when it is not definite. */
export function solve(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const factor: number[][] = [];
  for (const [place, line] of lower.entries()) {
    const own: number[] = [];
    for (let other = 0; other <= place; other += 1) {
      const above = other === place ? own : (factor[other] ?? []);
      const rest = own.slice(0, other).reduce((left, value, inner) => left - value * at(above, inner), at(line, other));
      if (other === place && rest <= 1e-12) throw new RangeError('the system has no single solution: two columns say the same');
      own.push(other === place ? Math.sqrt(rest) : rest / at(above, other));
    }
    factor.push(own);
  }
  const forth: number[] = [];
  for (const [place, own] of factor.entries())
    forth.push(forth.reduce((left, value, inner) => left - at(own, inner) * value, at(right, place)) / at(own, place));
  const back = forth.slice();
  for (let place = back.length - 1; place >= 0; place -= 1) {
    let left = at(back, place);
    for (let below = place + 1; below < back.length; below += 1) left -= at(factor[below] ?? [], place) * at(back, below);
    back[place] = left / at(factor[place] ?? [], place);
  }
  return back;
}
