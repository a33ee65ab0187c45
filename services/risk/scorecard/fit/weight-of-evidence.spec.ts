import { describe, expect, test } from '@jest/globals';
import { informationValueOf, totalOf, woeOf } from './weight-of-evidence.ts';

// By hand: 100 goods and 50 bads in three bands.
const bands = [
  { goods: 60, bads: 10 },
  { goods: 30, bads: 15 },
  { goods: 10, bads: 25 },
];
const all = { goods: 100, bads: 50 };

describe('[4.9] weight of evidence', () => {
  test('the bands make the whole', () => expect(totalOf(bands)).toEqual(all));

  test.each([
    // ln((60/100) / (10/50)) = ln 3; ln((30/100) / (15/50)) = 0; ln((10/100) / (25/50)) = ln 0.2.
    [0, 0, Math.log(3)],
    [1, 0, 0],
    [2, 0, Math.log(0.2)],
    // Nine average applications are six goods and three bads: ln((66/13) / 2), ln((16/28) / 2).
    [0, 9, Math.log(66 / 13 / 2)],
    [1, 9, 0],
    [2, 9, Math.log(16 / 28 / 2)],
  ])('band %d with %d average applications added', (band, prior, woe) => {
    expect(woeOf(bands[band]!, all, prior)).toBeCloseTo(woe, 12);
  });

  test.each([
    ['only goods', { goods: 4, bads: 0 }],
    ['only bads', { goods: 0, bads: 4 }],
  ])('a band with %s has a finite weight', (_name, band) => {
    expect(Number.isFinite(woeOf(band, all, 9))).toBe(true);
    expect(Number.isFinite(woeOf(band, all, 0))).toBe(false);
  });

  test('nothing is known of an empty band', () => expect(woeOf({ goods: 0, bads: 0 }, all, 9)).toBeCloseTo(0, 12));

  test('information value', () => {
    // (0.6 - 0.2) ln 3 + 0 + (0.1 - 0.5) ln 0.2
    expect(informationValueOf(bands, 0)).toBeCloseTo(0.4 * Math.log(3) - 0.4 * Math.log(0.2), 12);
    expect(informationValueOf([all], 0)).toBe(0);
    expect(informationValueOf(bands, 9)).toBeLessThan(informationValueOf(bands, 0));
  });
});
