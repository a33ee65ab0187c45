import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { checkProductFit, productInForce } from './product-fit.js';
import type { ProductVersion, Wanted } from './product-fit.js';

const product: ProductVersion = {
  productId: 'prd_a',
  productVersion: 2,
  customerTypes: ['INDIVIDUAL'],
  purposes: ['EDUCATION'],
  methods: ['EQUAL_INSTALMENT'],
  minAmountFen: 100_000,
  maxAmountFen: 20_000_000,
  minTermMonths: 3,
  maxTermMonths: 36,
  effectiveFrom: '2026-01-01',
};
const wanted: Wanted = {
  productId: 'prd_a',
  customerType: 'INDIVIDUAL',
  purpose: 'EDUCATION',
  method: 'EQUAL_INSTALMENT',
  amountFen: 5_000_000,
  termMonths: 12,
};

describe('[7.3] an application fits what the company sells', () => {
  test.each([
    ['in the middle', {}],
    ['the least amount', { amountFen: 100_000 }],
    ['the largest amount', { amountFen: 20_000_000 }],
    ['the longest term', { termMonths: 36 }],
  ])('%s', (_name, change) => {
    expect(() => checkProductFit({ ...wanted, ...change }, product, [])).not.toThrow();
  });

  test.each([
    ['one fen too much', { amountFen: 20_000_001 }, 'OVER_PRODUCT_LIMIT'],
    ['one fen too little', { amountFen: 99_999 }, 'OVER_PRODUCT_LIMIT'],
    ['a month too long', { termMonths: 37 }, 'OVER_PRODUCT_LIMIT'],
    ['a month too short', { termMonths: 2 }, 'OVER_PRODUCT_LIMIT'],
    ['another customer', { customerType: 'MICRO_ENTERPRISE' }, 'PRODUCT_UNFIT'],
    ['another purpose', { purpose: 'TRAVEL' }, 'PRODUCT_UNFIT'],
    ['another method', { method: 'BULLET' }, 'PRODUCT_UNFIT'],
  ])('%s is refused', (_name, change, code) => {
    expect(() => checkProductFit({ ...wanted, ...change }, product, [])).toThrow(expect.objectContaining({ code }));
  });

  test('a product that is not on sale is refused', () => {
    expect(() => checkProductFit(wanted, null, [])).toThrow(expect.objectContaining({ code: 'PRODUCT_UNFIT' }));
  });

  test.each([
    ['above its limit', 4_999_999, true],
    ['at its limit', 5_000_000, false],
    ['with a limit above the product', 30_000_000, false],
  ])("the committee's own limit counts: %s", (_name, maxAmountFen, refused) => {
    const check = (): void => checkProductFit(wanted, product, [{ productId: 'prd_a', maxAmountFen }]);
    if (refused) expect(check).toThrow(expect.objectContaining({ code: 'OVER_PRODUCT_LIMIT' }));
    else expect(check).not.toThrow();
  });
});

test('[1.2] the newest version whose date has come is in force', () => {
  const later = { ...product, productVersion: 3, effectiveFrom: '2027-01-01' };
  expect(productInForce([later, product], '2026-12-31' as LocalDate)).toBe(product);
  expect(productInForce([later, product], '2027-01-01' as LocalDate)).toBe(later);
  expect(productInForce([later, product], '2025-12-31' as LocalDate)).toBeNull();
});
