import { describe, expect, it } from '@jest/globals';
import { parseRate } from '@weilend/kernel';
import { plainServicing, servicingOf, servicingProblems } from './servicing-rules.js';
import type { ServicingRules } from './servicing-rules.js';

const rate = parseRate;
const bounds = { leastFactor: rate('1.3'), mostFactor: rate('1.5') };
const plain = plainServicing(rate('1.5'));
const found = (change: Partial<ServicingRules>) => servicingProblems({ ...plain, ...change }, bounds).map((error) => error.field);

describe('[4.1, 7.10] rules for the time after the payout', () => {
  it('are plain when the product says nothing else (regulation.md 5.2, 5.3)', () => {
    expect(plain).toEqual({
      ...{ holidayRule: 'NONE', graceDays: 0, penaltyFactor: '1.5', earlyRepaymentFeeRate: '0' },
      allocationOrder: ['FEES', 'PENALTY', 'INTEREST', 'PRINCIPAL'],
    });
    expect(servicingOf({ ...plain, name: 'x' } as ServicingRules)).toEqual(plain);
  });

  it.each<[string, Partial<ServicingRules>]>([
    ['plain', {}],
    ['three days of grace', { graceDays: 3 }],
    ['the next working day', { holidayRule: 'FOLLOWING' }],
    ['the least factor', { penaltyFactor: rate('1.3') }],
    ['a factor between', { penaltyFactor: rate('1.4') }],
    ['an early-repayment fee', { earlyRepaymentFeeRate: rate('0.005') }],
    ['the penalty last', { allocationOrder: ['FEES', 'INTEREST', 'PRINCIPAL', 'PENALTY'] }],
    ['interest first', { allocationOrder: ['INTEREST', 'PRINCIPAL', 'FEES', 'PENALTY'] }],
  ])('may be %s', (_title, change) => expect(found(change)).toEqual([]));

  it.each<[string, Partial<ServicingRules>, string]>([
    ['four days of grace', { graceDays: 4 }, 'graceDays'],
    ['grace before the due day', { graceDays: -1 }, 'graceDays'],
    ['half a day', { graceDays: 0.5 }, 'graceDays'],
    ['no number of days', { graceDays: Number.NaN }, 'graceDays'],
    ['a factor below the least', { penaltyFactor: rate('1.299999999999') }, 'penaltyFactor'],
    ['a factor above the most', { penaltyFactor: rate('1.500000000001') }, 'penaltyFactor'],
    ['no penalty', { penaltyFactor: rate('0') }, 'penaltyFactor'],
    ['the factor of misuse', { penaltyFactor: rate('2') }, 'penaltyFactor'],
    ['a fee of all principal', { earlyRepaymentFeeRate: rate('1') }, 'earlyRepaymentFeeRate'],
    ['a fee in percent', { earlyRepaymentFeeRate: rate('3') }, 'earlyRepaymentFeeRate'],
    ['no order', { allocationOrder: [] }, 'allocationOrder'],
    ['an order without the principal', { allocationOrder: ['FEES', 'PENALTY', 'INTEREST'] }, 'allocationOrder'],
    ['a part twice', { allocationOrder: ['FEES', 'FEES', 'INTEREST', 'PRINCIPAL'] }, 'allocationOrder'],
    ['a part too many', { allocationOrder: ['FEES', 'PENALTY', 'INTEREST', 'PRINCIPAL', 'FEES'] }, 'allocationOrder'],
    ['principal before interest', { allocationOrder: ['FEES', 'PENALTY', 'PRINCIPAL', 'INTEREST'] }, 'allocationOrder'],
    ['principal first of all', { allocationOrder: ['PRINCIPAL', 'INTEREST', 'FEES', 'PENALTY'] }, 'allocationOrder'],
  ])('are refused with %s', (_title, change, field) => expect(found(change)).toEqual([`servicingRules.${field}`]));

  it('name every mistake at once', () => {
    expect(found({ graceDays: 9, penaltyFactor: rate('9'), earlyRepaymentFeeRate: rate('9'), allocationOrder: [] })).toHaveLength(4);
  });

  it('[1.2] follow the bounds of the day', () => {
    const loose = { leastFactor: rate('1'), mostFactor: rate('2') };
    expect(servicingProblems({ ...plain, penaltyFactor: rate('2') }, loose)).toEqual([]);
  });
});
