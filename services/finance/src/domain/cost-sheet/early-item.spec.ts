import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, parseRate } from '@weilend/kernel';
import { aProduct } from '../product/product.builder.js';
import { getInForce } from '../product/product.js';
import type { LoanTerms } from '../quote/quote.js';
import { earlyItems } from './early-item.js';

const rate = parseRate;
const terms: LoanTerms = { productId: 'prd_1', amountFen: 100_000_00, termMonths: 12, annualRate: rate('0.12'), method: 'BULLET' };
const items = (share: string, cap = '0.24', change: Partial<LoanTerms> = {}) =>
  earlyItems(
    getInForce(aProduct({ earlyRepaymentFeeRate: rate(share) }), parseLocalDate('2026-11-23')),
    { ...terms, ...change },
    rate(cap),
  );

describe('[4.17, 7.10] the early-repayment fee on the cost sheet', () => {
  it('is not spoken of where there is none, whatever the ceiling', () => {
    expect([items('0'), items('0', '0.01')]).toEqual([[], []]);
  });

  it.each([
    ['0.005', '0.12', 500_00, /^0\.195618/],
    ['0.005', '0.06', 500_00, /^0\.126825/],
    ['0.001', '0.12', 100_00, /^0\.140286/],
  ])('of %s at %s a year has its example', (share, annualRate, exampleFen, cost) => {
    const [item] = items(share, '0.24', { annualRate: rate(annualRate) });
    expect(item).toMatchObject({ name: '提前还款手续费', exampleFen });
    expect(item?.annualRate).toMatch(cost);
    expect(item?.uncutAnnualRate).toBe(item?.annualRate);
  });

  it.each([
    ['0.005', '0.19'],
    ['0.01', '0.24'],
  ])('of %s is refused under a ceiling of %s', (share, cap) => expect(() => items(share, cap)).toThrow('RATE_ABOVE_CAP'));
});
