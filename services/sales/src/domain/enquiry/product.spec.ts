import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { penaltyFactorOn, unsuitable, versionInForce, withVersion } from './product.js';
import type { ProductUse, ProductVersion } from './product.js';

const v1: ProductVersion = {
  ...{ version: 1, code: 'P', name: '经营贷', customerTypes: ['INDIVIDUAL', 'SELF_EMPLOYED'], purposes: ['EQUIPMENT', 'TRAVEL'] },
  ...{ methods: ['EQUAL_INSTALMENT'], minAmountFen: 100_000, maxAmountFen: 5_000_000, minTermMonths: 3, maxTermMonths: 36 },
  ...{ annualRate: '0.12', effectiveFrom: parseLocalDate('2026-01-01') },
};
const v2 = { ...v1, version: 2, effectiveFrom: parseLocalDate('2026-06-01') };
const product = (versions: readonly ProductVersion[]) => ({ id: 'prd_1', version: 1, versions });
const use: ProductUse = {
  customerType: 'INDIVIDUAL',
  purpose: 'EQUIPMENT',
  amountFen: 1_000_000,
  termMonths: 12,
  method: 'EQUAL_INSTALMENT',
};

test.each([
  ['2026-01-01', [v1, v2], 1],
  ['2026-05-31', [v2, v1], 1],
  ['2026-06-01', [v2, v1], 2],
  ['2026-07-01', [v1, { ...v1, version: 3 }], 3],
])('[4.1] on %s the version in force is found, in whatever order it came', (day, versions, version) => {
  expect(versionInForce(product(versions), 'prd_1', parseLocalDate(day)).version).toBe(version);
});

test.each([
  ['no such product', null],
  ['nothing has begun', product([v2])],
  ['no version', product([])],
])('[4.1] %s is refused', (_title, stored) => {
  expect(() => versionInForce(stored, 'prd_1', parseLocalDate('2026-02-01'))).toThrow(expect.objectContaining({ code: 'PRODUCT_UNKNOWN' }));
});

test.each([
  ['2026-05-31', '1.5'],
  ['2026-06-01', '1.3'],
  ['2025-12-31', null],
])('[4.16] the penalty of the version in force on %s is %s', (day, factor) => {
  const versions = [
    { ...v2, penaltyFactor: '1.3' },
    { ...v1, penaltyFactor: '1.5' },
  ];
  expect(penaltyFactorOn(product(versions), parseLocalDate(day))).toBe(factor);
});

test.each([
  ['no such product', null],
  ['a version of before', product([v1])],
  [
    'a newer version that says nothing',
    product([
      { ...v1, penaltyFactor: '1.3' },
      { ...v2, penaltyFactor: null },
    ]),
  ],
])('[4.16] %s says nothing of the penalty', (_title, stored) => {
  expect(penaltyFactorOn(stored, parseLocalDate('2026-07-01'))).toBeNull();
});

test('a version that comes twice is kept once', () => {
  expect(withVersion([v1], v2)).toHaveLength(2);
  expect(withVersion([v1, v2], { ...v2, name: 'other' })).toEqual([v1, v2]);
});

test.each([
  [{}, []],
  [{ amountFen: 100_000, termMonths: 3 }, []],
  [{ amountFen: 5_000_000, termMonths: 36, customerType: null, method: null }, []],
  [{ customerType: 'MICRO_ENTERPRISE' as const }, ['customerType']],
  [{ purpose: 'EDUCATION' }, ['purpose']],
  [{ method: 'BULLET' }, ['method']],
  [{ amountFen: 99_999 }, ['amount']],
  [{ amountFen: 5_000_001 }, ['amount']],
  [{ termMonths: 2 }, ['termMonths']],
  [{ termMonths: 37 }, ['termMonths']],
  [{ purpose: 'OTHER', amountFen: 1, termMonths: 99 }, ['purpose', 'amount', 'termMonths']],
])('[7.3] %j is outside of the product in %j', (change, what) => {
  expect(unsuitable(v1, { ...use, ...change }).map((refusal) => refusal.field)).toEqual(what);
});
