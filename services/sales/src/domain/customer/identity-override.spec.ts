import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { checkIdentity, identityNumberOf } from './customer.js';
import type { IdentityClaim } from './customer.js';
import { acceptedAs, adultBirthDate, birthDateOnFile, problemOf } from './identity-override.js';
import type { AcceptedNumber } from './identity-override.js';
import { checkCharacter } from './resident-id.js';

const today = '2026-11-23' as LocalDate;
const OLD = '110105491231002';
const NEW = '11010519491231002X';
const ODD = 'H1234567';
const accepted = (value: string, birthDate: string | null = null): AcceptedNumber => ({
  ...{ field: 'residentId', value, birthDate: birthDate as LocalDate | null },
});
const claim: IdentityClaim = {
  ...{ type: 'INDIVIDUAL', name: '王小明', residentId: OLD, creditCode: null, representativeName: null },
  ...{ phone: '13800138000', address: '北京市朝阳区' },
};
const child = (() => {
  const seventeen = '11010520200101002';
  return seventeen + checkCharacter(seventeen);
})();

describe('[3.6] a number that does not pass the check', () => {
  test.each([
    [OLD, 'SHAPE'],
    [ODD, 'SHAPE'],
    ['110105194912310021', 'CHECKSUM'],
  ])('%s is accepted with what is wrong: %s', (number, problem) => {
    expect(problemOf('residentId', number, today)).toBe(problem);
  });

  test.each([
    ['a good number', NEW, 'OVERRIDE_NOT_NEEDED'],
    ['nothing', '', 'RESIDENT_ID_INVALID'],
    ['words', '没有证件', 'RESIDENT_ID_INVALID'],
    ['five characters', 'A1234', 'RESIDENT_ID_INVALID'],
  ])('%s is no matter of acceptance', (_title, number, code) => {
    expect(() => problemOf('residentId', number, today)).toThrow(code);
  });

  test('the acceptance is of this number and this field only', () => {
    expect(acceptedAs('residentId', ` ${ODD.toLowerCase()} `, [accepted(ODD)])?.value).toBe(ODD);
    expect(acceptedAs('creditCode', ODD, [accepted(ODD)])).toBeNull();
    expect(() => checkIdentity({ ...claim, residentId: '110105491231003' }, today, [accepted(OLD)])).toThrow('RESIDENT_ID_INVALID');
    expect(checkIdentity(claim, today, [accepted(OLD)]).residentId).toBe(OLD);
  });

  test('the old number and the new one are one person', () => {
    expect(identityNumberOf({ type: 'INDIVIDUAL', residentId: OLD, creditCode: null })).toBe(NEW);
    expect(identityNumberOf({ type: 'INDIVIDUAL', residentId: NEW, creditCode: null })).toBe(NEW);
  });
});

describe('[3.6] never for age', () => {
  test.each<[string, AcceptedNumber, string]>([
    ['fifteen digits tell the birth date', accepted(OLD), '1949-12-31'],
    ['what is stated does not outweigh them', accepted(OLD, '1970-01-01'), '1949-12-31'],
    ['an odd number needs it stated', accepted(ODD, '2008-11-23'), '2008-11-23'],
  ])('%s', (_title, number, birthDate) => {
    expect(adultBirthDate(number, today)).toBe(birthDate);
  });

  test.each<[string, AcceptedNumber, string]>([
    ['no date', accepted(ODD), 'BIRTH_DATE_NOT_TOLD'],
    ['a child', accepted(ODD, '2008-11-24'), 'UNDER_AGE'],
    ['fifteen digits with a day that is none', accepted('110105491331002'), 'RESIDENT_ID_INVALID'],
  ])('%s is refused', (_title, number, code) => {
    expect(() => adultBirthDate(number, today)).toThrow(code);
  });

  test('on file the birth date is in the number, or in what was accepted', () => {
    expect(birthDateOnFile({ residentId: NEW, overrides: [] }, today)).toBe('1949-12-31');
    expect(birthDateOnFile({ residentId: child, overrides: [accepted(ODD, '1980-01-01')] }, today)).toBe('2020-01-01');
    expect(birthDateOnFile({ residentId: ODD, overrides: [accepted(ODD, '1980-01-01')] }, today)).toBe('1980-01-01');
    expect(() => birthDateOnFile({ residentId: ODD, overrides: [] }, today)).toThrow('RESIDENT_ID_INVALID');
  });
});
