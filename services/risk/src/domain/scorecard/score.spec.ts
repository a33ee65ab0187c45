import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { realApplications } from './__cases__/real-applications.cases.js';
import type { Rating, Recommendation, Scorecard } from './scorecard.js';
import { score } from './score.js';
import { scorecardV0 } from './scorecard-v0.js';
import type { FactName, ScoringFacts } from './scoring-facts.js';

const best: ScoringFacts = {
  checkingAccountStatus: 'NO_ACCOUNT',
  creditHistory: 'CRITICAL_OR_OTHER_CREDITS',
  savings: 'AT_LEAST_1000',
  employmentSince: 'AT_LEAST_7_YEARS',
  instalmentRatePercent: 1,
  otherDebtors: 'GUARANTOR',
  residenceSince: 4,
  property: 'REAL_ESTATE',
  ageInYears: 40,
  otherInstalmentPlans: 'NONE',
  housing: 'OWN',
  existingCredits: 1,
  job: 'SKILLED',
  dependants: 1,
  telephone: 'REGISTERED',
  amountFen: 200_000,
  termMonths: 6,
  purpose: 'HOUSEHOLD_GOODS',
  bureauScore: 800,
  bureauSeriousDelinquency: false,
};
const worst: ScoringFacts = {
  ...best,
  checkingAccountStatus: 'OVERDRAWN',
  creditHistory: 'ALL_PAID_HERE',
  savings: 'BELOW_100',
  employmentSince: 'BELOW_1_YEAR',
  instalmentRatePercent: 4,
  otherDebtors: 'CO_APPLICANT',
  amountFen: 900_000,
  termMonths: 48,
};
const outcomeOf = (facts: ScoringFacts, card = scorecardV0) => {
  const { rating, recommendation } = score(facts, card);
  return { rating, recommendation };
};
const facts = Object.keys(best) as FactName[];

describe('[4.10] scorecard v0', () => {
  it.each(realApplications)('[4.9] scores the real application %s', (_no, given, points, rating, recommendation) => {
    expect(score(given, scorecardV0)).toMatchObject({ score: points, rating, recommendation });
  });

  test('the points of the reasons are the score', () => {
    const { score: points, reasons } = score(best, scorecardV0);
    expect(reasons.reduce((total, reason) => total + reason.points, 0)).toBe(points);
    expect(reasons).toHaveLength(Object.keys(scorecardV0.attributes).length);
  });

  const bad: [string, Partial<ScoringFacts>, Rating, Recommendation, string][] = [
    ['a borrower of 17', { ageInYears: 17 }, 'HIGH', 'REJECT', 'UNDER_AGE'],
    ['serious delinquency', { bureauSeriousDelinquency: true }, 'HIGH', 'REJECT', 'SERIOUS_DELINQUENCY'],
    ['a bureau score of 399', { bureauScore: 399 }, 'HIGH', 'REJECT', 'BUREAU_SCORE_TOO_LOW'],
    ['six existing credits', { existingCredits: 6 }, 'MEDIUM', 'REFER', 'MANY_EXISTING_CREDITS'],
    ['half a million yuan', { amountFen: 50_000_000 }, 'MEDIUM', 'REFER', 'AMOUNT_BEYOND_CARD'],
    ['a purpose the card does not know', { purpose: 'SHARES' }, 'MEDIUM', 'REFER', 'the card knows no such value'],
    ['an age of 130', { ageInYears: 130 }, 'MEDIUM', 'REFER', 'the card knows no such value'],
  ];
  it.each(bad)('[4.10] %s never passes, however good the rest is', (_name, change, rating, recommendation, detail) => {
    expect(outcomeOf({ ...best, ...change })).toEqual({ rating, recommendation });
    expect(score({ ...best, ...change }, scorecardV0).reasons.map((reason) => reason.detail)).toContain(detail);
  });

  it.each(facts)('[G3] without %s the best file is referred', (fact) => {
    expect(outcomeOf({ ...best, [fact]: null })).toEqual({ rating: 'MEDIUM', recommendation: 'REFER' });
  });

  it.each(facts)('[G3] without %s a bad file is not better than with it', (fact) => {
    expect(outcomeOf({ ...worst, [fact]: null })).toEqual({ rating: 'HIGH', recommendation: 'REFER' });
  });

  test('[G3] a knock-out beats what is missing', () => {
    expect(outcomeOf({ ...best, savings: null, bureauSeriousDelinquency: true })).toEqual({ rating: 'HIGH', recommendation: 'REJECT' });
  });

  test('[G3] taking facts away never raises the score nor gives an approval', () => {
    fc.assert(
      fc.property(fc.constantFrom(...realApplications), fc.subarray(facts, { minLength: 1 }), ([, given], lost) => {
        const less = score({ ...given, ...Object.fromEntries(lost.map((fact) => [fact, null])) }, scorecardV0);
        expect(less.score).toBeLessThanOrEqual(score(given, scorecardV0).score);
        expect(['REFER', 'REJECT']).toContain(less.recommendation);
      }),
    );
  });
});

describe('[1.2] the card is data', () => {
  const grades: Scorecard['grades'] = [
    { atLeast: 10, rating: 'LOW', recommendation: 'APPROVE' },
    { atLeast: 0, rating: 'HIGH', recommendation: 'REJECT' },
  ];
  const card: Scorecard = {
    id: 'test',
    version: 7,
    required: [],
    attributes: {
      termMonths: [
        { from: 1, below: 13, points: 10 },
        { from: 13, points: 9 },
      ],
    },
    knockOuts: [],
    refer: [],
    grades,
  };

  it.each([
    [1, 10, 'APPROVE'],
    [12, 10, 'APPROVE'],
    [13, 9, 'REJECT'],
    [120, 9, 'REJECT'],
    [0, 0, 'REFER'],
  ])('[4.10] a term of %d months gives %d points', (termMonths, points, recommendation) => {
    expect(score({ ...best, termMonths }, card)).toMatchObject({ score: points, recommendation });
  });

  test('[1.5] sex, marital status and nationality are nowhere on the card', () => {
    const names = JSON.stringify([facts, scorecardV0]).toLowerCase();
    expect(names).not.toMatch(/personal_status|foreign|sex|gender|marital|national|divorced/);
  });

  test('no band gives negative points and the lowest grade starts at zero', () => {
    expect(
      Object.values(scorecardV0.attributes)
        .flat()
        .every((band) => band.points >= 0),
    ).toBe(true);
    expect(scorecardV0.grades.at(-1)?.atLeast).toBe(0);
  });
});
