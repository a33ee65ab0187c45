import { describe, expect, it, test } from '@jest/globals';
import type { DomainErrors } from '@weilend/kernel';
import { NO_FACTS } from '../scorecard/scoring-facts.js';
import type { ApplicantFacts } from '../scorecard/scoring-facts.js';
import { dataAnalysis, figuresOf, ratiosOf } from './data-analysis.js';
import type { DataAnalysis } from './data-analysis.js';

const terms = { productId: 'prd_1', amountFen: 10_000_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' };
const none = figuresOf({});
const found: Omit<DataAnalysis, 'ratios'> = {
  checkId: 'dan_1',
  facts: NO_FACTS,
  figures: none,
  sources: 'tax receipts',
  recordedBy: 'emp_1',
  recordedAt: new Date(0),
};

describe('[4.9] ratios', () => {
  test('the equal instalment of the reference (100 000 at 12 % for 12 months)', () => {
    expect(ratiosOf(none, terms).newInstalmentFen).toBe(888_488);
  });

  it.each([
    ['nothing known', {}, { debtServiceBps: null, freeCashFlowFen: null, loanToIncomeBps: null }],
    ['income only', { verifiedIncomeFen: 2_000_000 }, { debtServiceBps: null, freeCashFlowFen: null, loanToIncomeBps: 4_167 }],
    ['income and debts', { verifiedIncomeFen: 2_000_000, debtServiceFen: 111_512 }, { debtServiceBps: 5_000, freeCashFlowFen: null }],
    [
      'everything',
      { verifiedIncomeFen: 2_000_000, debtServiceFen: 111_512, livingCostFen: 500_000 },
      { debtServiceBps: 5_000, freeCashFlowFen: 500_000 },
    ],
    [
      'no income at all',
      { verifiedIncomeFen: 0, debtServiceFen: 0, livingCostFen: 100 },
      { debtServiceBps: null, freeCashFlowFen: -888_588, loanToIncomeBps: null },
    ],
  ])('%s', (_name, figures, expected) => {
    expect(ratiosOf(figuresOf(figures), terms)).toMatchObject(expected);
  });

  test('without interest the principal is split evenly', () => {
    expect(ratiosOf(none, { ...terms, annualRate: '0', termMonths: 3 }).newInstalmentFen).toBe(3_333_334);
  });
});

describe('[4.10] facts', () => {
  it.each<[keyof ApplicantFacts, number]>([
    ['instalmentRatePercent', 0],
    ['instalmentRatePercent', 5],
    ['residenceSince', 0],
    ['residenceSince', 1.5],
    ['ageInYears', -1],
    ['ageInYears', 121],
    ['existingCredits', -1],
    ['dependants', 20],
  ])('refuses %s = %d', (fact, value) => {
    expect(() => dataAnalysis({ ...found, facts: { ...NO_FACTS, [fact]: value } }, terms)).toThrow(
      expect.objectContaining({ code: 'FACT_OUT_OF_RANGE', field: `facts.${fact}` }),
    );
  });

  test('names all wrong facts at once', () => {
    const wrong = { ...found, facts: { ...NO_FACTS, ageInYears: 200, dependants: -3 } };
    const act = () => dataAnalysis(wrong, terms);
    expect(act).toThrow(expect.objectContaining({ code: 'FACT_OUT_OF_RANGE' }));
    try {
      act();
    } catch (error) {
      expect((error as DomainErrors).all.map((one) => one.field)).toEqual(['facts.ageInYears', 'facts.dependants']);
    }
  });

  test('needs its sources', () => {
    expect(() => dataAnalysis({ ...found, sources: '' }, terms)).toThrow(expect.objectContaining({ code: 'TEXT_MISSING' }));
  });

  test('what is not verified stays unknown', () => {
    expect(dataAnalysis(found, terms).facts).toEqual(NO_FACTS);
  });
});
