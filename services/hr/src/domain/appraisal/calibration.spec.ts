import { describe, expect, test } from '@jest/globals';
import { calibrate } from './calibration.js';
import type { CalibratedScore } from './calibration.js';

const one = (employeeId: string, total: number, plain = total, reviewedBy: string | null = null): CalibratedScore => ({
  appraisalId: `apr_${employeeId}`,
  ...{ employeeId, total, plain, reviewedBy },
});

describe('[5.5] calibration of a quarter', () => {
  test('of nobody shows nothing', () => {
    expect(calibrate([])).toMatchObject({
      sheets: 0,
      mean: null,
      median: null,
      lowerQuartile: null,
      outliers: [],
      adjusted: [],
      reviewers: [],
    });
  });

  test('shows mean, middle half and bands, exactly', () => {
    const view = calibrate([one('a', 80), one('b', 90.0001), one('c', 100), one('d', 120)]);
    expect(view).toMatchObject({ sheets: 4, mean: 97.5, median: 95.0001, lowerQuartile: 87.5001, upperQuartile: 105 });
    expect(view.bands.filter(({ count }) => count > 0)).toEqual([80, 90, 100, 120].map((from) => ({ from, count: 1 })));
  });

  test.each<[string, number[], string[]]>([
    ['nobody among equals', [80, 80, 80, 80, 80], []],
    ['who is far below', [10, 80, 81, 82, 83, 84], ['0']],
    ['who is far above', [80, 81, 82, 83, 84, 120], ['5']],
    ['not who is at the edge', [77.925, 80, 81, 81.2, 82, 82], []],
    ['one alone', [50], []],
  ])('names %s', (_title, totals, outliers) => {
    const scores = totals.map((total, place) => one(String(place), total));
    expect(calibrate(scores).outliers.map(({ employeeId }) => employeeId)).toEqual(outliers);
  });

  test('lays the adjustments of the reviewers side by side', () => {
    const view = calibrate([one('a', 82, 80, 'm1'), one('b', 78.5, 80, 'm1'), one('c', 80, 80, 'm2'), one('d', 60)]);
    expect(view.adjusted.map(({ employeeId }) => employeeId)).toEqual(['b', 'a']);
    expect(view.reviewers).toEqual([
      { employeeId: 'm1', sheets: 2, moved: 2, meanAdjustment: 0.25 },
      { employeeId: 'm2', sheets: 1, moved: 0, meanAdjustment: 0 },
    ]);
  });

  test('does not depend on the order of the sheets', () => {
    const scores = [one('a', 80, 80, 'm'), one('b', 80, 79, 'm'), one('c', 10), one('d', 81), one('e', 82)];
    expect(calibrate([...scores].reverse())).toEqual(calibrate(scores));
  });
});
