import { describe, expect, it } from '@jest/globals';
import { parseRate } from '@weilend/kernel';
import { checkOfferCap, dearestCost, offerProblems } from './check-offer.js';
import { anOffer, byRate, fixed } from './product.builder.js';
import type { Fee, ProductOffer } from './product.js';

const cap = parseRate('0.24');

describe('[4.1] an offer that may be published', () => {
  it.each<[string, Partial<ProductOffer>]>([
    ['without fees', {}],
    ['with a fee of each kind', { fees: [byRate, fixed], minAmountFen: 100_000_00, minTermMonths: 12 }],
    ['of one amount and one term', { minAmountFen: 5_000_00, maxAmountFen: 5_000_00, minTermMonths: 12, maxTermMonths: 12 }],
  ])('%s', (_title, change) => {
    expect(offerProblems(anOffer(change))).toEqual([]);
    expect(() => checkOfferCap(anOffer(change), cap)).not.toThrow();
  });

  it.each<[string, Partial<ProductOffer>, string]>([
    ['no name', { name: ' ' }, 'name'],
    ['no method', { methods: [] }, 'methods'],
    ['no customer type', { customerTypes: [] }, 'customerTypes'],
    ['no purpose', { purposes: [] }, 'purposes'],
    ['an amount of nothing', { minAmountFen: 0 }, 'minAmount'],
    ['crossed amounts', { maxAmountFen: 999_99 }, 'maxAmount'],
    ['no term', { minTermMonths: 0 }, 'minTermMonths'],
    ['half a month', { minTermMonths: 1.5 }, 'minTermMonths'],
    ['crossed terms', { maxTermMonths: 2 }, 'maxTermMonths'],
    ['a term without end', { maxTermMonths: 121 }, 'maxTermMonths'],
  ])('is refused with %s', (_title, change, field) => {
    expect(offerProblems(anOffer(change)).map((error) => [error.code, error.field])).toEqual([['PRODUCT_DRAFT_INVALID', field]]);
  });
});

describe('[7.10] G8: the published fee list', () => {
  it.each<[string, Partial<Fee>]>([
    ['no code', { code: '' }],
    ['no name', { name: '' }],
    ['no receiver', { payee: ' ' }],
    ['a rate of zero', { rate: parseRate('0') }],
    ['no rate', { rate: null }],
    ['rate and amount at once', { amountFen: 1 }],
    ['a fixed amount missing', { kind: 'FIXED', rate: null }],
    ['a fixed amount of nothing', { kind: 'FIXED', rate: null, amountFen: 0 }],
    ['a fixed fee with a rate', { kind: 'FIXED', amountFen: 1 }],
  ])('is refused with a fee that has %s', (_title, change) => {
    expect(offerProblems(anOffer({ fees: [{ ...byRate, ...change }] })).map((error) => error.code)).toEqual(['FEE_LIST_INVALID']);
  });

  it('is refused with one code twice', () => {
    expect(offerProblems(anOffer({ fees: [byRate, fixed, { ...fixed, name: '另一项' }] })).map((error) => error.field)).toEqual(['fees.2']);
  });
});

describe('[7.10] the ceiling of the annual cost, fees included', () => {
  it.each<[string, Partial<ProductOffer>]>([
    ['24 % nominal, which is 26.82 % compounded', { annualRate: parseRate('0.24') }],
    ['3 % of the principal on a loan of three months', { fees: [byRate] }],
    ['a fixed fee on the smallest loan', { fees: [fixed], minTermMonths: 12 }],
    [
      'one method of several above it',
      { annualRate: parseRate('0.24'), methods: ['BULLET', 'INTEREST_ONLY'], minTermMonths: 12, maxTermMonths: 12 },
    ],
  ])('refuses %s', (_title, change) => {
    expect(() => checkOfferCap(anOffer(change), cap)).toThrow('RATE_ABOVE_CAP');
  });

  it('is judged on the dearest loan that can be made', () => {
    const { compound } = dearestCost(anOffer({ fees: [fixed], minAmountFen: 50_000_00 }));
    expect(compound > dearestCost(anOffer({ fees: [fixed], minAmountFen: 100_000_00 })).compound).toBe(true);
    expect(
      dearestCost(anOffer({ fees: [fixed], minAmountFen: 50_000_00, maxAmountFen: 50_000_00, minTermMonths: 3, maxTermMonths: 3 }))
        .compound,
    ).toBe(compound);
  });

  it('is a parameter: the same offer passes under another cap', () => {
    expect(() => checkOfferCap(anOffer({ annualRate: parseRate('0.24') }), parseRate('0.27'))).not.toThrow();
    expect(() => checkOfferCap(anOffer(), parseRate('0.12'))).toThrow('RATE_ABOVE_CAP');
  });
});
