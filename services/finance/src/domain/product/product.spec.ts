import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { anOffer, aProduct } from './product.builder.js';
import { getInForce, inForce, outsideLimits, withVersion } from './product.js';

const on = parseLocalDate;
const twice = aProduct({ effectiveFrom: on('2026-01-01') }, { effectiveFrom: on('2026-06-01'), name: '新版' });

describe('[1.2] the version in force', () => {
  it.each([
    ['2025-12-31', null],
    ['2026-01-01', 1],
    ['2026-05-31', 1],
    ['2026-06-01', 2],
    ['2030-01-01', 2],
  ])('on %s is %s', (date, no) => expect(inForce(twice, on(date))?.no ?? null).toBe(no));

  it('must exist for a loan', () => {
    expect(() => getInForce(twice, on('2025-12-31'))).toThrow('PRODUCT_NOT_IN_FORCE');
    expect(() => getInForce({ ...twice, versions: [] }, on('2026-12-31'))).toThrow('PRODUCT_NOT_IN_FORCE');
  });
});

describe('[1.2] a new version', () => {
  const today = on('2026-06-10');
  it.each(['2026-06-10', '2027-01-01'])('may take effect on %s', (date) => {
    const product = withVersion(twice, anOffer({ effectiveFrom: on(date) }), today);
    expect(product.versions.map((version) => version.no)).toEqual([1, 2, 3]);
    expect(product.versions.slice(0, 2)).toEqual(twice.versions);
  });

  it.each([
    ['yesterday', '2026-06-09', '2026-06-10', 'PRODUCT_DATE_PAST'],
    ['last year', '2025-06-10', '2026-06-10', 'PRODUCT_DATE_PAST'],
    ['the day of another version', '2026-06-01', '2026-06-01', 'PRODUCT_DATE_TAKEN'],
    ['before another version', '2026-05-31', '2026-05-01', 'PRODUCT_DATE_TAKEN'],
  ])('may not take effect %s', (_title, date, day, code) => {
    expect(() => withVersion(twice, anOffer({ effectiveFrom: on(date) }), on(day))).toThrow(code);
  });

  it('may be the first', () => {
    expect(withVersion({ ...twice, versions: [] }, anOffer({ effectiveFrom: today }), today).versions).toHaveLength(1);
  });
});

describe('[4.2] limits of amount and term', () => {
  const wanted = (amountFen: number, termMonths: number) => outsideLimits(anOffer(), { amountFen, termMonths }).map((error) => error.code);
  it.each([
    [1_000_00, 3],
    [500_000_00, 36],
  ])('%i fen over %i months are within', (amountFen, termMonths) => expect(wanted(amountFen, termMonths)).toEqual([]));

  it.each([
    [999_99, 12, ['AMOUNT_OUT_OF_RANGE']],
    [500_000_01, 12, ['AMOUNT_OUT_OF_RANGE']],
    [1_000_00, 2, ['TERM_OUT_OF_RANGE']],
    [1_000_00, 37, ['TERM_OUT_OF_RANGE']],
    [0, 0, ['AMOUNT_OUT_OF_RANGE', 'TERM_OUT_OF_RANGE']],
  ])('%i fen over %i months are refused', (amountFen, termMonths, codes) => expect(wanted(amountFen, termMonths)).toEqual(codes));
});
