import { describe, expect, it, test } from '@jest/globals';
import type { HouseholdFigures } from '../checks/data-analysis.js';
import { monthlyBurden } from './instalment.js';
import { repaymentStress } from './repayment-stress.js';
import type { RepaymentAbility, StressPolicy } from './repayment-stress.js';

const terms = { amountFen: 100_000_00, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' };
const policy: StressPolicy = { incomeFalls: ['0.1', '0.2', '0.3'], rateRises: ['0.01', '0.02'], debtServiceLimit: '0.55' };
const household = (verifiedIncomeFen: number | null, change: Partial<HouseholdFigures> = {}): HouseholdFigures => ({
  ...{ declaredIncomeFen: null, verifiedIncomeFen, livingCostFen: 0, debtServiceFen: 0 },
  ...change,
});
const stress = (figures: HouseholdFigures | null, change: Partial<StressPolicy> = {}) =>
  repaymentStress(figures, terms, { ...policy, ...change });

describe('[4.9] income down, rate up', () => {
  test('things as they are, each fall, each rise, the worst of both', () => {
    const { cases } = stress(household(40_000_00));
    expect(cases.map((one) => [one.incomeFall, one.rateRise, one.incomeFen])).toEqual([
      ['0', '0', 40_000_00],
      ['0.1', '0', 36_000_00],
      ['0.2', '0', 32_000_00],
      ['0.3', '0', 28_000_00],
      ['0', '0.01', 40_000_00],
      ['0', '0.02', 40_000_00],
      ['0.3', '0.02', 28_000_00],
    ]);
    expect(cases[0]).toMatchObject({
      instalmentFen: 8884_88,
      debtServiceFen: 8884_88,
      debtServiceBps: 2222,
      leftFen: 31_115_12,
      carries: true,
    });
    expect(cases[5]?.instalmentFen).toBe(monthlyBurden({ ...terms, annualRate: '0.14' }).instalmentFen);
  });

  it.each<[string, HouseholdFigures | null, RepaymentAbility]>([
    ['plenty', household(40_000_00), 'COMFORTABLE'],
    ['carries it, not the worst', household(20_000_00), 'TIGHT'],
    ['more than the share that debts may take', household(16_000_00), 'OVERSTRETCHED'],
    ['enough income, nothing to live on', household(40_000_00, { livingCostFen: 32_000_00 }), 'OVERSTRETCHED'],
    ['enough to live on only while nothing happens', household(40_000_00, { livingCostFen: 25_000_00 }), 'TIGHT'],
    ['other debts eat it', household(40_000_00, { debtServiceFen: 20_000_00 }), 'OVERSTRETCHED'],
    ['no income at all', household(0), 'OVERSTRETCHED'],
    ['an income that nobody verified', household(null), 'UNKNOWN'],
    ['debts that nobody verified', household(40_000_00, { debtServiceFen: null }), 'UNKNOWN'],
    ['nothing analysed', null, 'UNKNOWN'],
    ['a living cost that nobody verified is not counted', household(40_000_00, { livingCostFen: null }), 'COMFORTABLE'],
  ])('%s', (_name, figures, ability) => {
    expect(stress(figures).ability).toBe(ability);
  });

  it.each<[string, HouseholdFigures | null, number | null]>([
    ['by the share', household(1), 16_154_33],
    ['by what it takes to live', household(1, { livingCostFen: 10_000_00 }), 18_884_88],
    ['with other debts', household(null, { debtServiceFen: 1_115_12 }), 18_181_82],
    ['debts not verified', household(1, { debtServiceFen: null }), null],
  ])('break-even income: %s', (_name, figures, expected) => {
    expect(stress(figures).breakEvenIncomeFen).toBe(expected);
  });

  test('at the break-even income the loan is just carried, one fen below it is not', () => {
    const least = stress(household(1)).breakEvenIncomeFen ?? 0;
    expect(stress(household(least)).cases[0]?.carries).toBe(true);
    expect(stress(household(least - 1)).cases[0]?.carries).toBe(false);
  });

  test('the policy of the day is kept with the result; without falls and rises there is one case', () => {
    const calm = stress(household(40_000_00), { incomeFalls: [], rateRises: [] });
    expect(calm.cases).toHaveLength(1);
    expect(calm.policy.debtServiceLimit).toBe('0.55');
    expect(stress(household(40_000_00), { debtServiceLimit: '0' })).toMatchObject({ ability: 'OVERSTRETCHED', breakEvenIncomeFen: null });
  });
});
