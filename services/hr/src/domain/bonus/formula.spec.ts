import { describe, expect, test } from '@jest/globals';
import { goodFormula } from './bonus.builder.js';
import { coefficientAt, riskCoefficient } from './formula.js';

describe('[5.6] coefficients', () => {
  test.each([
    [0, 5_000],
    [799_999, 5_000],
    [800_000, 10_000],
    [1_000_000, 12_000],
    [1_200_000, 12_000],
  ])('steps: %i ten-thousandths of a point give %i', (scaled, bps) => {
    expect(coefficientAt(goodFormula.performance, scaled)).toBe(bps);
  });

  test.each([
    [0, 0],
    [300_000, 3_000],
    [600_000, 6_000],
    [600_050, 6_001],
    [600_049, 6_000],
    [1_200_000, 12_000],
  ])('a line: %i give %i, rounded half up', (scaled, bps) => {
    expect(coefficientAt(goodFormula.score, scaled)).toBe(bps);
  });

  test.each<[string, number | null, number | null, number]>([
    ['below the band', 2_999, 100_000, 10_000],
    ['on the band, exactly', 3_000, 100_000, 8_000],
    ['a figure that is absent is neutral', null, 100_000, 10_000],
    ['nothing is known to be outstanding', 3_000, null, 10_000],
    ['nothing is outstanding', 0, 0, 10_000],
  ])('[5.3] risk: %s', (_title, part, outstanding, bps) => {
    expect(riskCoefficient(goodFormula.risk.overdue, part, outstanding)).toBe(bps);
  });

  test('[5.3] without bands the figure is not looked at', () => {
    expect(riskCoefficient([], 100, 100)).toBe(10_000);
  });
});
