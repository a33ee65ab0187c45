import { describe, expect, it } from '@jest/globals';
import { InvariantViolation, parseLocalDate, parseRate } from '@weilend/kernel';
import { annualCost, checkCap, costTimeOf, flowsOf, percent, withinCap } from './annual-cost.js';
import { buildSchedule } from './build-schedule.js';
import { PLAIN_RULES, termsOfLoan } from './schedule-rules.js';
import type { LoanWish } from './schedule-rules.js';
import { METHODS } from './terms.js';

const P = 100_000_00;
const wish = { amountFen: P, annualRate: parseRate('0.12'), termMonths: 12, method: 'EQUAL_INSTALMENT' } as const;
const termsWith = (change: Partial<LoanWish>) => termsOfLoan(PLAIN_RULES, { ...wish, ...change }, parseLocalDate('2026-01-01'));
const flowsWith = (change: Partial<LoanWish>) => flowsOf(buildSchedule(termsWith(change)), termsWith(change));
const shown = (flows: Parameters<typeof annualCost>[1], receivedFen = P) => {
  const cost = annualCost(receivedFen, flows);
  return [percent(cost.simple), percent(cost.compound)];
};
/** Twelve payments of one amount: the published vectors leave the last instalment's few fen of difference out. */
const level = (amountFen: number) => Array.from({ length: 12 }, (_, index) => ({ at: index + 1, amountFen }));
const flat = level(9333_33);
const feeOnDayZero = { at: 0, amountFen: 3_000_00 };

describe('[4.3] annual cost by IRR (regulation.md 5.1, 5.4)', () => {
  it.each(['EQUAL_INSTALMENT', 'EQUAL_PRINCIPAL', 'INTEREST_ONLY'] as const)('%s at 12 % nominal costs 12.6825 %% compounded', (method) => {
    expect(shown(flowsWith({ method }))).toEqual(['12.0000%', '12.6825%']);
  });

  it('a fee of 3 % on day 0 makes it 17.8249 % / 19.3558 %', () => {
    expect(shown([feeOnDayZero, ...level(8884_88)])).toEqual(['17.8249%', '19.3558%']);
  });

  it('of the very rows of the schedule, whose last is 3 fen less, it is a hair below', () => {
    expect(shown([feeOnDayZero, ...flowsWith({})])).toEqual(['17.8249%', '19.3557%']);
  });

  it('flat interest of 1 % a month really costs 23.6983 %', () => {
    expect(shown(flat)).toEqual(['21.4571%', '23.6983%']);
  });

  it('a bullet loan of one year at 12 % costs 12 % compounded', () => {
    expect(shown(flowsWith({ method: 'BULLET' }))[1]).toBe('12.0000%');
  });

  it.each(METHODS)('%s without interest and fees costs nothing', (method) => {
    expect(shown(flowsWith({ annualRate: parseRate('0'), method }))).toEqual(['0.0000%', '0.0000%']);
  });

  it.each<[string, number, { at: number; amountFen: number }[]]>([
    ['nothing received', 0, flat],
    ['everything taken as a fee', P, [{ at: 0, amountFen: P }, ...flat]],
    ['nothing paid back', P, []],
    ['less paid back than received', P, [{ at: 1, amountFen: P - 1 }]],
    ['a fee and nothing after it', P, [feeOnDayZero]],
  ])('%s has no annual cost', (_title, receivedFen, flows) => {
    expect(() => annualCost(receivedFen, flows)).toThrow(InvariantViolation);
  });

  it('a price beyond every measure has none either', () => {
    expect(() => annualCost(1, [{ at: 1, amountFen: P }])).toThrow('ANNUAL_COST_BEYOND_MEASURE');
  });

  it.each([
    ['a year later', '2027-01-01', 12_000_00, '12.0000%'],
    ['after half the days of a year', '2026-07-02', 6_000_00, '12.3960%'],
    ['after a broken month of 45 days', '2026-02-15', 1_500_00, '12.8358%'],
  ])('by dates, when the first period is broken: %s', (_title, firstDueOn, interestFen, compound) => {
    const terms = { ...termsWith({ method: 'BULLET', termMonths: 1 }), firstDueOn: parseLocalDate(firstDueOn) };
    const row = { dueOn: terms.firstDueOn, totalFen: P + interestFen };
    const cost = annualCost(P, flowsOf([row], terms), costTimeOf(terms));
    expect(percent(cost.compound)).toBe(compound);
  });

  it.each([
    ['WEEK', 52],
    ['DAY', 365],
    ['MONTH', 12],
  ] as const)('of one %s at 0.1 %% compounds %i times a year', (periodUnit, times) => {
    const terms = { ...termsWith({ termMonths: 1 }), periodUnit };
    const cost = annualCost(P, [{ at: 1, amountFen: P + 100_00 }], costTimeOf(terms));
    expect(Number(cost.compound)).toBeCloseTo(1.001 ** times - 1, 9);
    expect(Number(cost.simple)).toBeCloseTo(0.001 * times, 9);
  });
});

describe('[7.10] the cap of the comprehensive cost (rate.hard-cap)', () => {
  const cap = parseRate('0.24');
  it.each([
    ['0.24', true],
    ['0.2399999999', true],
    ['0', true],
    ['0.2400000001', false],
    ['0.2682', false],
    ['3', false],
  ])('%s is within 24 %%: %s', (compound, within) => {
    const cost = { compound: parseRate(compound), simple: parseRate('0.1') };
    expect(withinCap(cost, cap)).toBe(within);
    if (within) expect(() => checkCap(cost, cap)).not.toThrow();
    else expect(() => checkCap(cost, cap)).toThrow('RATE_ABOVE_CAP');
  });

  it('24 % nominal breaks a cap of 24 %, because it costs 26.82 %', () => {
    const flows = flowsWith({ annualRate: parseRate('0.24'), method: 'EQUAL_INSTALMENT' });
    expect(() => checkCap(annualCost(P, flows), cap)).toThrow('RATE_ABOVE_CAP');
  });
});
