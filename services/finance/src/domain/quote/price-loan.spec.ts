import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, parseRate, sumFen } from '@weilend/kernel';
import { anOffer, byRate, fixed } from '../product/product.builder.js';
import { percent } from '../schedule/annual-cost.js';
import { buildSchedule } from '../schedule/build-schedule.js';
import { PLAIN_RULES, termsOfLoan } from '../schedule/schedule-rules.js';
import { priceLoan } from './price-loan.js';

const startOn = parseLocalDate('2026-11-23');
const wish = { amountFen: 100_000_00, termMonths: 12, annualRate: parseRate('0.12'), method: 'EQUAL_INSTALMENT' as const };

describe('[4.3] what a loan costs', () => {
  it('is its schedule, its fees and their total', () => {
    const priced = priceLoan(anOffer({ fees: [byRate, fixed] }), wish, startOn);
    expect(priced.rows).toEqual(buildSchedule(termsOfLoan(PLAIN_RULES, wish, startOn)));
    expect(priced.fees.map((fee) => [fee.code, fee.amountFen, fee.payee])).toEqual([
      ['SERVICE', 3_000_00, '本公司'],
      ['NOTARY', 200_00, '市公证处'],
    ]);
    expect(priced).toMatchObject({ totalInterestFen: 6618_53, totalFeesFen: 3_200_00, totalCostFen: 109_818_53 });
  });

  it.each([
    ['no fee', [], '12.6825%'],
    ['3 % of the principal', [byRate], '19.3557%'],
    ['3 % and a fixed fee', [byRate, fixed], '19.8242%'],
  ])('raises the annual cost with %s', (_title, fees, expected) => {
    expect(percent(priceLoan(anOffer({ fees }), wish, startOn).cost.compound)).toBe(expected);
  });

  it('[7.10] G8: never takes a fee out of the principal', () => {
    const { rows } = priceLoan(anOffer({ fees: [byRate, fixed] }), wish, startOn);
    expect(sumFen(rows.map((row) => row.principalFen))).toBe(wish.amountFen);
  });

  it.each([
    [1, 0],
    [16, 0],
    [17, 1],
    [333_33, 1000],
  ])('rounds 3 %% of %i fen half up to %i', (amountFen, expected) => {
    const { totalFeesFen } = priceLoan(anOffer({ fees: [byRate] }), { ...wish, amountFen }, startOn);
    expect(totalFeesFen).toBe(expected);
  });
});
