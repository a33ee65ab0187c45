import { describe, expect, it } from '@jest/globals';
import { parseRate } from '@weilend/kernel';
import { checkOfferCap } from './check-offer.js';
import { dearestEarlyCost, earlyRepaymentFeeFen, monthCost } from './early-cost.js';
import { anOffer, byRate, fixed } from './product.builder.js';
import type { ProductOffer } from './product.js';

const rate = parseRate;
const cap = rate('0.24');
const loan = { amountFen: 100_000_00, annualRate: rate('0.12') };

describe('[7.10] what repaying early costs', () => {
  it.each([
    [100_000_00, '0.005', 500_00],
    [100_00, '0.00005', 1],
    [99_00, '0.00005', 0],
    [0, '0.01', 0],
  ])('a fee on %i fen at %s is %i fen', (principalFen, share, expected) => {
    expect(earlyRepaymentFeeFen(principalFen, rate(share), 'HALF_UP')).toBe(expected);
  });

  it.each([
    ['without a fee is the compound of the contract rate', '0', /^0\.12682503/],
    ['with half a percent', '0.005', /^0\.1956181/],
    ['with a percent is above the ceiling', '0.01', /^0\.2682417/],
  ])('for a month %s', (_title, share, expected) => {
    expect(monthCost(anOffer({ earlyRepaymentFeeRate: rate(share) }), loan).compound).toMatch(expected);
  });

  it('weighs most on the smallest loan when a fee is fixed', () => {
    const offer = anOffer({ earlyRepaymentFeeRate: rate('0.001'), fees: [{ ...fixed, amountFen: 1_00 }] });
    const [least, most] = [offer.minAmountFen, offer.maxAmountFen].map((amountFen) => monthCost(offer, { ...loan, amountFen }));
    expect(dearestEarlyCost(offer)).toEqual(least);
    expect(Number(least?.compound)).toBeGreaterThan(Number(most?.compound));
  });

  it('is nothing to judge when it costs nothing', () => expect(dearestEarlyCost(anOffer())).toBeNull());
});

describe('[7.10] an early-repayment fee within the ceiling', () => {
  it.each<[string, Partial<ProductOffer>]>([
    ['none, whatever the fees on payment', { fees: [byRate], minTermMonths: 12 }],
    ['half a percent', { earlyRepaymentFeeRate: rate('0.005') }],
    ['the most at 12 %', { earlyRepaymentFeeRate: rate('0.008') }],
  ])('may be %s', (_title, change) => expect(() => checkOfferCap(anOffer(change), cap)).not.toThrow());

  it.each<[string, Partial<ProductOffer>]>([
    ['one percent at 12 %', { earlyRepaymentFeeRate: rate('0.01') }],
    ['a tenth of a percent more than the most', { earlyRepaymentFeeRate: rate('0.0082') }],
    ['half a percent at 18 %', { earlyRepaymentFeeRate: rate('0.005'), annualRate: rate('0.18') }],
    ['a little beside a fee on payment', { earlyRepaymentFeeRate: rate('0.001'), fees: [byRate], minTermMonths: 12 }],
  ])('may not be %s', (_title, change) => expect(() => checkOfferCap(anOffer(change), cap)).toThrow('RATE_ABOVE_CAP'));
});
