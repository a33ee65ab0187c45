import { describe, expect, test } from '@jest/globals';
import { changeWarning, figuresNow, UNKNOWN_FIGURES, worsenedFigures } from './business-change.js';
import type { BusinessFigures } from './business-change.js';

const LIMITS = { annualRevenueFen: 0.3, staff: 0.3, stockFen: 0.5, debtFen: 0.5, collateralFen: 0.2 };
const BEFORE: BusinessFigures = { annualRevenueFen: 1_000, staff: 10, stockFen: 400, debtFen: 200, collateralFen: 500 };

describe('[4.22] what is known now', () => {
  test('stands over what was known before', () => {
    expect(figuresNow(BEFORE, { staff: 8, debtFen: null })).toEqual({ ...BEFORE, staff: 8 });
    expect(figuresNow(UNKNOWN_FIGURES, { stockFen: 0 })).toEqual({ ...UNKNOWN_FIGURES, stockFen: 0 });
  });

  test.each([
    ['nothing', {}, 'BUSINESS_CHANGE_EMPTY', null],
    ['only gaps', { staff: null }, 'BUSINESS_CHANGE_EMPTY', null],
    ['less than nobody', { staff: -1 }, 'BUSINESS_FIGURE_INVALID', 'staff'],
    ['half a person', { staff: 2.5 }, 'BUSINESS_FIGURE_INVALID', 'staff'],
    ['a number that is none', { debtFen: Number.NaN }, 'BUSINESS_FIGURE_INVALID', 'debtFen'],
  ])('is refused with %s', (_title, said, code, field) => {
    expect(() => figuresNow(BEFORE, said)).toThrow(expect.objectContaining({ code, field }));
  });
});

describe('[4.22, 4.23] a change for the worse', () => {
  test.each<[string, Partial<BusinessFigures>, string[]]>([
    ['nothing changed', {}, []],
    ['everything better', { annualRevenueFen: 2_000, staff: 20, stockFen: 900, debtFen: 0, collateralFen: 900 }, []],
    ['just below the limit', { annualRevenueFen: 701, staff: 8, stockFen: 201, debtFen: 299, collateralFen: 401 }, []],
    ['at the limit', { annualRevenueFen: 700 }, ['annualRevenueFen 30']],
    ['a debt that grew', { debtFen: 300 }, ['debtFen 50']],
    ['less stock', { stockFen: 100 }, ['stockFen 75']],
    ['everything gone', { annualRevenueFen: 0, staff: 0 }, ['annualRevenueFen 100', 'staff 100']],
    ['a collateral that lost a fifth', { collateralFen: 400 }, ['collateralFen 20']],
  ])('%s', (_title, change, expected) => {
    const found = worsenedFigures(BEFORE, { ...BEFORE, ...change }, LIMITS);
    expect(found.map(({ figure, percent }) => `${figure} ${percent}`)).toEqual(expected);
  });

  test('what nobody knew before cannot have become worse; a first debt can', () => {
    expect(worsenedFigures(UNKNOWN_FIGURES, BEFORE, LIMITS)).toEqual([]);
    expect(worsenedFigures({ ...BEFORE, debtFen: 0 }, BEFORE, LIMITS)).toEqual([{ figure: 'debtFen', percent: 100 }]);
  });

  test('gives a warning with its figures in words', () => {
    expect(changeWarning([])).toBeNull();
    expect(changeWarning([{ figure: 'annualRevenueFen', percent: 40 }])).toEqual({
      level: 'MEDIUM',
      text: '贷后经营恶化：营业收入下降 40%',
    });
    const both = changeWarning([
      { figure: 'staff', percent: 50 },
      { figure: 'debtFen', percent: 60 },
    ]);
    expect(both).toEqual({ level: 'HIGH', text: '贷后经营恶化：员工人数减少 50%，负债上升 60%' });
  });
});
