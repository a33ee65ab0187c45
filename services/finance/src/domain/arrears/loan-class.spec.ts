import { describe, expect, it } from '@jest/globals';
import { classDays, classOfDays, isNonPerforming, LOAN_CLASSES, provisionFen, worseClass } from './loan-class.js';
import type { LoanClass } from './loan-class.js';
import { aPolicy } from './policy.builder.js';

describe('[7.4] the five classes', () => {
  it.each<[number, LoanClass]>([
    [0, 'PASS'],
    [1, 'SPECIAL_MENTION'],
    [89, 'SPECIAL_MENTION'],
    [90, 'SUBSTANDARD'],
    [270, 'SUBSTANDARD'],
    [271, 'DOUBTFUL'],
    [360, 'DOUBTFUL'],
    [361, 'LOSS'],
    [5_000, 'LOSS'],
  ])('%i days are %s', (days, loanClass) => expect(classOfDays(days, aPolicy())).toBe(loanClass));

  it('follow the days of the policy in force', () => {
    const strict = { ...aPolicy(), from: { SPECIAL_MENTION: 1, SUBSTANDARD: 31, DOUBTFUL: 91, LOSS: 181 } };
    expect([30, 31, 91, 181].map((days) => classOfDays(days, strict))).toEqual(['SPECIAL_MENTION', 'SUBSTANDARD', 'DOUBTFUL', 'LOSS']);
    expect(classDays(strict)).toEqual([1, 31, 91, 181]);
  });

  it.each<[LoanClass, LoanClass | null, LoanClass]>([
    ['PASS', null, 'PASS'],
    ['PASS', 'DOUBTFUL', 'DOUBTFUL'],
    ['LOSS', 'SPECIAL_MENTION', 'LOSS'],
    ['SUBSTANDARD', 'SUBSTANDARD', 'SUBSTANDARD'],
  ])('%s by days and %s by a person is %s', (days, person, expected) => expect(worseClass(days, person)).toBe(expected));

  it('the last three are non-performing', () => {
    expect(LOAN_CLASSES.map(isNonPerforming)).toEqual([false, false, true, true, true]);
  });

  it.each<[LoanClass, number, number]>([
    ['PASS', 100_000_00, 1_000_00],
    ['SPECIAL_MENTION', 100_000_00, 2_000_00],
    ['SUBSTANDARD', 100_000_00, 25_000_00],
    ['DOUBTFUL', 100_000_00, 50_000_00],
    ['LOSS', 100_000_00, 100_000_00],
    ['PASS', 49, 0],
    ['PASS', 50, 1],
    ['LOSS', 0, 0],
  ])('%s provides for %i fen with %i', (loanClass, outstandingFen, expected) => {
    expect(provisionFen(loanClass, outstandingFen, aPolicy())).toBe(expected);
  });
});
