import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, parseRate } from '@weilend/kernel';
import { PLAIN_RULES, termsOfLoan } from './schedule-rules.js';
import { aSchedule } from './schedule.builder.js';
import { METHODS } from './terms.js';
import { termsProblem } from './terms-problem.js';

const disbursedOn = parseLocalDate('2026-01-31');
const wish = { amountFen: 100_000_00, termMonths: 12, annualRate: parseRate('0.12'), method: 'EQUAL_INSTALMENT' } as const;
const demanding = {
  ...PLAIN_RULES,
  instalmentMultipleFen: 100,
  evenLastInstalment: true,
  principalGracePeriods: 2,
  interestGracePeriods: 1,
};

describe('[4.3] the terms of a loan of a product', () => {
  it('are months from the day of payment', () => {
    expect(termsOfLoan(PLAIN_RULES, wish, disbursedOn)).toEqual(aSchedule());
  });

  it.each([
    ['EQUAL_INSTALMENT', 100, true, 2, 1],
    ['EQUAL_PRINCIPAL', 1, false, 2, 1],
    ['INTEREST_ONLY', 1, false, 0, 1],
    ['BULLET', 1, false, 0, 0],
  ] as const)('%s takes of the rules what it has a use for', (method, multiple, even, principalGrace, interestGrace) => {
    expect(termsOfLoan(demanding, { ...wish, method }, disbursedOn)).toMatchObject({
      instalmentMultipleFen: multiple,
      evenLastInstalment: even,
      principalGracePeriods: principalGrace,
      interestGracePeriods: interestGrace,
    });
  });

  it.each(METHODS)('%s always has a schedule', (method) => {
    expect(termsProblem(termsOfLoan(demanding, { ...wish, method }, disbursedOn))).toBeNull();
  });
});
