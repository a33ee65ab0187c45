import { describe, expect, it } from '@jest/globals';
import { AMOUNT_RULES, CONTRADICTION_CODES, isTooGood, policyOf, STATEMENT_RULES } from './contradiction-rules.js';
import type { RulePolicy } from './contradiction-rules.js';

describe('[4.9] how far a statement may be off', () => {
  it.each<[string, number, number, 'above' | 'below', string, boolean]>([
    ['exactly the tolerance above', 120, 100, 'above', '0.2', false],
    ['one fen more', 121, 100, 'above', '0.2', true],
    ['exactly the tolerance below', 80, 100, 'below', '0.2', false],
    ['one fen less', 79, 100, 'below', '0.2', true],
    ['a third of a fen is exact', 3, 10, 'below', '0.666666666666', true],
    ['no tolerance', 99, 100, 'below', '0', true],
    ['a tolerance of everything', 0, 100, 'below', '1', false],
    ['a tolerance of more than everything', 0, 100, 'below', '2', false],
    ['nothing found, nothing said', 0, 0, 'above', '0.2', false],
    ['above the largest exact float', 9_007_199_254_740_991, 9_007_199_254_740_990, 'above', '0', true],
  ])('%s', (_name, declared, found, tooGood, tolerance, expected) => {
    expect(isTooGood(declared, found, { tooGood, tolerance })).toBe(expected);
  });
});

describe('[1.2] the published table decides', () => {
  const table: RulePolicy[] = [{ code: 'AGE_DIFFERS', severity: 'HIGH', tolerance: '0' }];
  it.each<[string, RulePolicy[], string]>([
    ['as published', table, 'HIGH'],
    ['not named', [], 'MEDIUM'],
    ['an unknown gravity', [{ code: 'AGE_DIFFERS', severity: 'AWFUL' as never, tolerance: '0' }], 'MEDIUM'],
    ['an unreadable tolerance', [{ code: 'AGE_DIFFERS', severity: 'HIGH', tolerance: '-1' }], 'MEDIUM'],
    ['another rule', [{ code: 'ADDRESS_DIFFERS', severity: 'HIGH', tolerance: '0' }], 'MEDIUM'],
  ])('%s', (_name, rules, severity) => {
    expect(policyOf(rules, 'AGE_DIFFERS').severity).toBe(severity);
  });

  it('every rule has a code of the closed list, once', () => {
    const codes = [...AMOUNT_RULES, ...STATEMENT_RULES].map((one) => one.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !CONTRADICTION_CODES.includes(code))).toEqual([]);
  });
});
