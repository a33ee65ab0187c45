import { divideRounded, fen } from '@weilend/kernel';
import type { Fen } from '@weilend/kernel';
import type { ScheduleRounding } from './terms.js';

// Exact rounding at the speed of floating point. A product is first computed in floating point together with a bound of its error; only
// when it lies so near to a half that the bound could tip it is it computed again in whole numbers. The result is always that of
// exact arithmetic; about one instalment in a hundred takes the slow way.

/** Relative error of one floating-point operation, half a unit in the last place. */
const UNIT = 2 ** -53;

/** The exact value, asked for only when floating point cannot decide. */
export type Exactly = () => { readonly numerator: bigint; readonly denominator: bigint };

/**
 * Rounds a value that is not negative to the nearest whole fen. `estimate` is its floating-point value, `operations` how many rounded
 * operations made it (each adds at most one UNIT of relative error).
 */
export function roundCertain(estimate: number, operations: number, rounding: ScheduleRounding, exactly: Exactly): Fen {
  const whole = Math.floor(estimate);
  const beyondHalf = estimate - whole - 0.5;
  // Twice the bound: the second-order terms and the subtraction above stay far below the other half.
  if (Math.abs(beyondHalf) > estimate * operations * UNIT * 2) return beyondHalf > 0 ? whole + 1 : whole;
  const { numerator, denominator } = exactly();
  return fen(Number(divideRounded(numerator, denominator, rounding)));
}
