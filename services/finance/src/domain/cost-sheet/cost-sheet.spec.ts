import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, parseRate } from '@weilend/kernel';
import type { Rate } from '@weilend/kernel';
import { aProduct, byRate } from '../product/product.builder.js';
import { getInForce } from '../product/product.js';
import type { ProductOffer } from '../product/product.js';
import { buildSchedule } from '../schedule/build-schedule.js';
import { PLAIN_RULES, termsOfLoan } from '../schedule/schedule-rules.js';
import { costSheetHash, makeCostSheet, sheetTermsHash } from './cost-sheet.js';
import { termsHash } from '../quote/quote.js';
import type { LoanTerms } from '../quote/quote.js';

const startOn = parseLocalDate('2026-11-23');
const cap = parseRate('0.24');
const version = getInForce(aProduct({ fees: [byRate] }), startOn);
const terms: LoanTerms = {
  productId: 'prd_1',
  amountFen: 100_000_00,
  termMonths: 12,
  annualRate: parseRate('0.12'),
  method: 'EQUAL_INSTALMENT',
};
const sheet = (change: Partial<LoanTerms> = {}, under = cap) =>
  makeCostSheet(version, { contractId: 'con_1', applicationId: 'app_1', terms: { ...terms, ...change }, startOn }, under);

describe('[4.17, 7.9] the cost sheet (综合融资成本明示表)', () => {
  it('lists each item with way, standard, receiver and amount, and the annual cost with everything in it', () => {
    expect(sheet().items.map((item) => [item.name, item.payee, item.amountFen])).toEqual([
      ['利息', '贷款人', 6618_53],
      ['服务费', '本公司', 3_000_00],
    ]);
    expect(sheet().items.every((item) => item.way && item.standard)).toBe(true);
    expect(sheet()).toMatchObject({ totalCostFen: 9_618_53, annualCostCompound: expect.stringMatching(/^0\.19355/) });
  });

  it('shows the very schedule of the loan', () => {
    expect(sheet().rows).toEqual(buildSchedule(termsOfLoan(PLAIN_RULES, terms, startOn)));
  });

  it('keeps what a default would cost apart from the normal cost', () => {
    const { contingent, items } = sheet();
    // 7884.88 yuan overdue at 18 % for 30 days (regulation.md 5.3).
    expect(contingent).toMatchObject([{ name: '逾期罚息', annualRate: '0.18', exampleFen: 118_27 }]);
    expect(items.some((item) => item.name.includes('罚'))).toBe(false);
  });

  it('states that nothing else is charged and nothing is taken out of the principal', () => {
    expect(sheet().statement).toMatch(/不收取任何其他费用.*不从贷款本金中先行扣除/);
  });

  it('has a hash that every figure changes', () => {
    const hash = costSheetHash(sheet());
    expect(costSheetHash(sheet())).toBe(hash);
    expect(costSheetHash(sheet({ amountFen: 100_000_01 }))).not.toBe(hash);
    expect(costSheetHash({ ...sheet(), statement: '' })).not.toBe(hash);
    expect(costSheetHash({ ...sheet(), contractId: 'con_2' })).not.toBe(hash);
    expect(sheetTermsHash(sheet())).toBe(termsHash(terms));
  });

  it.each<[string, Partial<LoanTerms>, Rate, string]>([
    ['a rate above the published one', { annualRate: parseRate('0.1201') }, cap, 'RATE_ABOVE_PRICE_LIST'],
    ['a method that is not offered', { method: 'BULLET' }, cap, 'METHOD_NOT_OFFERED'],
    ['an amount above the limit', { amountFen: 500_000_01 }, cap, 'AMOUNT_OUT_OF_RANGE'],
    ['a term beyond the limit', { termMonths: 37 }, cap, 'TERM_OUT_OF_RANGE'],
    ['an annual cost above the cap', {}, parseRate('0.19'), 'RATE_ABOVE_CAP'],
    ['fees that weigh too much on a short loan', { termMonths: 3 }, cap, 'RATE_ABOVE_CAP'],
  ])('is refused for %s', (_title, change, under, code) => expect(() => sheet(change, under)).toThrow(code));
});

describe('[4.17, 7.10] what a product charges when things go otherwise', () => {
  const sheetOf = (change: Partial<ProductOffer>, under = cap) => {
    const sold = getInForce(aProduct(change), startOn);
    return makeCostSheet(sold, { contractId: 'con_1', applicationId: 'app_1', terms, startOn }, under);
  };

  it.each([
    ['1.3', '0.156'],
    ['1.5', '0.18'],
  ])('the penalty follows the factor %s of the product', (factor, annualRate) => {
    expect(sheetOf({ penaltyFactor: parseRate(factor) }).contingent).toMatchObject([{ name: '逾期罚息', annualRate }]);
  });

  it('an early-repayment fee stands beside the penalty, with its example; the normal cost stays the same', () => {
    const { contingent, totalCostFen, annualCostCompound } = sheetOf({ earlyRepaymentFeeRate: parseRate('0.005') });
    expect(contingent.map((item) => [item.name, item.exampleFen])).toEqual([
      ['逾期罚息', 118_27],
      ['提前还款手续费', 500_00],
    ]);
    expect(contingent[1]).toMatchObject({ annualRate: expect.stringMatching(/^0\.19561/), standard: expect.stringContaining('0.5000%') });
    expect([totalCostFen, annualCostCompound]).toEqual([sheetOf({}).totalCostFen, sheetOf({}).annualCostCompound]);
  });

  it('a fee that is above a ceiling that has come down is refused', () => {
    expect(() => sheetOf({ earlyRepaymentFeeRate: parseRate('0.005') }, parseRate('0.19'))).toThrow('RATE_ABOVE_CAP');
    expect(() => sheetOf({}, parseRate('0.19'))).not.toThrow();
  });

  it.each<[string, Partial<ProductOffer>, string[], string[]]>([
    ['nothing', {}, [], ['宽限', '不计罚息', '顺延', '提前']],
    ['days of grace', { graceDays: 3 }, ['到期日后 3 日内还清的不计罚息', '自到期日起计'], ['顺延']],
    ['the next working day', { holidayRule: 'FOLLOWING' }, ['顺延至下一工作日'], ['不计罚息']],
    ['both', { graceDays: 1, holidayRule: 'FOLLOWING' }, ['1 日内', '顺延'], []],
  ])('with %s says so and no more', (_title, change, said, unsaid) => {
    const text = sheetOf(change)
      .contingent.map((item) => item.standard)
      .join();
    for (const words of said) expect(text).toContain(words);
    for (const words of unsaid) expect(text).not.toContain(words);
  });
});
