import { expect, test } from '@jest/globals';
import { leastRating, RATING_MATRIX } from './rating-matrix.js';
import { ABILITIES } from './repayment-stress.js';

const ORDER = ['LOW', 'MEDIUM', 'HIGH'] as const;

test.each(ORDER.flatMap((scored) => ABILITIES.map((ability) => [scored, ability] as const)))(
  '[4.11] %s by score and %s means are never rated better than the score',
  (scored, ability) => {
    expect(ORDER.indexOf(leastRating(scored, ability))).toBeGreaterThanOrEqual(ORDER.indexOf(scored));
  },
);

test('[4.11] worse means never give a better rating', () => {
  for (const row of Object.values(RATING_MATRIX)) {
    const [comfortable, tight, overstretched] = [row.COMFORTABLE, row.TIGHT, row.OVERSTRETCHED].map((one) => ORDER.indexOf(one));
    expect(comfortable).toBeLessThanOrEqual(tight as number);
    expect(tight).toBeLessThanOrEqual(overstretched as number);
  }
});

test.each([
  ['LOW', 'TIGHT', 'MEDIUM'],
  ['LOW', 'OVERSTRETCHED', 'HIGH'],
  ['MEDIUM', 'OVERSTRETCHED', 'HIGH'],
  ['LOW', 'UNKNOWN', 'LOW'],
] as const)('[4.11] %s x %s is %s', (scored, ability, expected) => {
  expect(leastRating(scored, ability)).toBe(expected);
});
