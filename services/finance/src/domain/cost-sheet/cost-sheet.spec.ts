import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, parseRate } from '@weilend/kernel';
import { aProduct, byRate } from '../product/product.builder.js';
import { getInForce } from '../product/product.js';
import { buildSchedule } from '../schedule/build-schedule.js';
import { PLAIN_RULES, termsOfLoan } from '../schedule/schedule-rules.js';
import { costSheetHash, makeCostSheet, sheetTermsHash } from './cost-sheet.js';
import type { CostRules } from './default-cost.js';
import { termsHash } from '../quote/quote.js';
import type { LoanTerms } from '../quote/quote.js';

const startOn = parseLocalDate('2026-11-23');
const rules: CostRules = { cap: parseRate('0.24'), overdueFactor: parseRate('1.5') };
const version = getInForce(aProduct({ fees: [byRate] }), startOn);
const terms: LoanTerms = {
  productId: 'prd_1',
  amountFen: 100_000_00,
  termMonths: 12,
  annualRate: parseRate('0.12'),
  method: 'EQUAL_INSTALMENT',
};
const sheet = (change: Partial<LoanTerms> = {}, under = rules) =>
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

  it.each<[string, Partial<LoanTerms>, CostRules, string]>([
    ['a rate above the published one', { annualRate: parseRate('0.1201') }, rules, 'RATE_ABOVE_PRICE_LIST'],
    ['a method that is not offered', { method: 'BULLET' }, rules, 'METHOD_NOT_OFFERED'],
    ['an amount above the limit', { amountFen: 500_000_01 }, rules, 'AMOUNT_OUT_OF_RANGE'],
    ['a term beyond the limit', { termMonths: 37 }, rules, 'TERM_OUT_OF_RANGE'],
    ['an annual cost above the cap', {}, { ...rules, cap: parseRate('0.19') }, 'RATE_ABOVE_CAP'],
    ['fees that weigh too much on a short loan', { termMonths: 3 }, rules, 'RATE_ABOVE_CAP'],
  ])('is refused for %s', (_title, change, under, code) => expect(() => sheet(change, under)).toThrow(code));
});
