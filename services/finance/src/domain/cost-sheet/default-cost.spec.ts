import { describe, expect, it } from '@jest/globals';
import { InvariantViolation, parseLocalDate, parseRate } from '@weilend/kernel';
import { buildSchedule } from '../schedule/build-schedule.js';
import { PLAIN_RULES, termsOfLoan } from '../schedule/schedule-rules.js';
import type { Method } from '../schedule/terms.js';
import { overdueItem, penaltyRate } from './default-cost.js';
import type { CostRules } from './default-cost.js';

const rules: CostRules = { cap: parseRate('0.24'), overdueFactor: parseRate('1.5') };
const annualRate = parseRate('0.12');
const rows = (method: Method) =>
  buildSchedule(termsOfLoan(PLAIN_RULES, { amountFen: 100_000_00, annualRate, termMonths: 12, method }, parseLocalDate('2026-11-23')));

describe('[4.16] the penalty rate', () => {
  it.each([
    ['0.12', '1.5', '0.18'],
    ['0.16', '1.5', '0.24'],
    ['0.2', '1.5', '0.24'],
    ['0.3', '1', '0.24'],
    ['0', '1.5', '0'],
    ['0.000000000001', '1.5', '0.000000000001'],
  ])('of %s by factor %s is %s under a cap of 24 %%', (rate, factor, expected) => {
    expect(penaltyRate(parseRate(rate), { ...rules, overdueFactor: parseRate(factor) })).toBe(expected);
  });
});

describe('[4.16] the example of a late payment (regulation.md 5.3)', () => {
  it.each([
    ['EQUAL_INSTALMENT', 118_27, '第 1 期本金于 2026-12-23 到期，2027-01-22 支付'],
    ['EQUAL_PRINCIPAL', 125_00, '第 1 期'],
    ['INTEREST_ONLY', 1500_00, '第 12 期本金于 2027-11-23 到期'],
    ['BULLET', 1500_00, '第 1 期本金于 2027-11-23 到期'],
  ] as const)('of %s costs %i fen', (method, exampleFen, text) => {
    const item = overdueItem(annualRate, rows(method), rules);
    expect(item).toMatchObject({ name: '逾期罚息', annualRate: '0.18', exampleFen });
    expect(item.standard).toContain(text);
    expect(item.standard).toContain('18.0000%');
  });

  it('needs principal that can be late', () => {
    expect(() => overdueItem(annualRate, [], rules)).toThrow(InvariantViolation);
    expect(() => overdueItem(annualRate, rows('INTEREST_ONLY').slice(0, 3), rules)).toThrow(InvariantViolation);
  });
});
