import { describe, expect, it, test } from '@jest/globals';
import { monthlyBurden } from './instalment.js';

const loan = (amountFen: number, annualRate: string, termMonths: number, method = 'EQUAL_INSTALMENT') => ({
  amountFen,
  annualRate,
  termMonths,
  method,
});

describe('[4.9] the monthly payment', () => {
  // The rows of finance's own table (level-instalment.spec.ts): the same formula gives the same fen.
  it.each([
    [100_000_00, '0.12', 12, 8884_88],
    [100_000_00, '0', 12, 8333_33],
    [100_000_00, '0.24', 24, 5287_11],
    [1, '0', 3, 0],
    [100_000_00, '0.12', 1, 101_000_00],
    [1, '0', 2, 1],
  ])('of %i fen at %s over %i months is the level instalment %i as finance quotes it', (amountFen, rate, months, expected) => {
    expect(monthlyBurden(loan(amountFen, rate, months))).toEqual({ instalmentFen: expected, basis: 'AS_QUOTED' });
  });

  it.each([
    ['equal principal: the first row', loan(120_000_00, '0.12', 12, 'EQUAL_PRINCIPAL'), 11_200_00, 'AS_QUOTED'],
    ['equal principal over one month', loan(100_000_00, '0.12', 1, 'EQUAL_PRINCIPAL'), 101_000_00, 'AS_QUOTED'],
    ['equal principal without interest', loan(100, '0', 3, 'EQUAL_PRINCIPAL'), 33, 'AS_QUOTED'],
    ['interest only: as if equal', loan(100_000_00, '0.12', 12, 'INTEREST_ONLY'), 8884_88, 'AS_IF_EQUAL_INSTALMENTS'],
    ['at the end: as if equal', loan(100_000_00, '0.12', 12, 'BULLET'), 8884_88, 'AS_IF_EQUAL_INSTALMENTS'],
    ['nothing', loan(0, '0.12', 12), 0, 'AS_QUOTED'],
    ['no term', loan(100, '0.12', 0), 0, 'AS_QUOTED'],
  ])('%s', (_name, terms, instalmentFen, basis) => {
    expect(monthlyBurden(terms)).toEqual({ instalmentFen, basis });
  });

  test('a hundred twenty months of a large loan are exact and never less than without interest', () => {
    const { instalmentFen } = monthlyBurden(loan(9_000_000_000, '0.239999999999', 120));
    expect(Number.isSafeInteger(instalmentFen)).toBe(true);
    expect(instalmentFen * 120).toBeGreaterThan(9_000_000_000);
  });

  it.each([
    ['a rate of words', 'high'],
    ['a negative rate', '-0.1'],
    ['no rate', ''],
  ])('refuses %s', (_name, rate) => {
    expect(() => monthlyBurden(loan(100, rate, 12))).toThrow(expect.objectContaining({ code: 'RATE_INVALID' }));
  });
});
