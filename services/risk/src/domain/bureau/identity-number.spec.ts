import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { ageOn, parseIdentityNumber } from './identity-number.js';

describe('[3.6] identity numbers', () => {
  it.each([
    ['11010519491231002X', '11010519491231002X'],
    ['11010519491231002x', '11010519491231002X'],
    [' 440524188001010014 ', '440524188001010014'],
    ['91350100M000100Y43', '91350100M000100Y43'],
    ['91350100MA00000230', '91350100MA00000230'],
  ])('takes %j', (text, number) => {
    expect(parseIdentityNumber(text, 'residentId')).toBe(number);
  });

  it.each([
    '',
    '1101051949123100',
    '110105194912310021',
    '11010519490231002X',
    '11010519491331002X',
    '91350100M000100Y4A',
    '91350100I000100Y43',
    'ABCDEFGHIJKLMNOPQR',
    '11010519491231002XX',
  ])('refuses %j', (text) => {
    expect(() => parseIdentityNumber(text, 'residentId')).toThrow(
      expect.objectContaining({ code: 'IDENTITY_INVALID', field: 'residentId' }),
    );
  });
});

describe('[4.9] age by the number', () => {
  it.each([
    ['11010519491231002X', '2026-12-30', 76],
    ['11010519491231002X', '2026-12-31', 77],
    ['11010519491231002X', '2027-01-01', 77],
    ['91350100M000100Y43', '2026-11-23', null],
  ])('%s on %s is %p', (number, today, age) => {
    expect(ageOn(number, today as LocalDate)).toBe(age);
  });
});
