import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { contractNumber, meantNumber, yearOf } from './contract-number.js';

describe('[2.12] the number of a contract', () => {
  it.each([
    ['2026', 1, 'WD-2026-000001'],
    ['2026', 123, 'WD-2026-000123'],
    ['2027', 999_999, 'WD-2027-999999'],
    ['2027', 1_000_000, 'WD-2027-1000000'],
  ])('of %s, the %ith, is %s', (year, no, number) => expect(contractNumber(year, no)).toBe(number));

  it('is of the year of the draft', () => expect(yearOf(parseLocalDate('2026-12-31'))).toBe('2026'));

  it.each([['WD-2026-000123'], [' wd-2026-000123 '], ['WD2026000123'], ['wd 2026 123'], ['WD-2026-123']])('is meant by "%s"', (text) =>
    expect(meantNumber(text)).toBe('WD-2026-000123'),
  );

  it.each(['', 'WD', 'WD-2026', 'WD-26-000123', 'XD-2026-000123', 'WD-2026-0001234567', 'WD-2026-12a', '2026-000123', '王小明', 'con_01h'])(
    'is not meant by "%s"',
    (text) => expect(meantNumber(text)).toBeNull(),
  );
});
