import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors, parseLocalDate } from '@weilend/kernel';
import { checkIdentity, identityNumberOf } from './customer.js';
import type { IdentityClaim } from './customer.js';

const today = parseLocalDate('2026-11-23');
const person: IdentityClaim = {
  type: 'INDIVIDUAL',
  name: ' 王小明 ',
  residentId: '11010519491231002x',
  creditCode: null,
  representativeName: null,
  phone: '+86 138 0013 8000',
  address: '北京市朝阳区某路 1 号',
};
const business: IdentityClaim = { ...person, type: 'SELF_EMPLOYED', creditCode: '91350100m000100y43' };
const enterprise: IdentityClaim = { ...business, type: 'MICRO_ENTERPRISE', name: '某某商贸有限公司', representativeName: '王小明' };

function refusals(claim: IdentityClaim): string[] {
  try {
    checkIdentity(claim, today);
    return [];
  } catch (error) {
    const all = error instanceof DomainErrors ? error.all : error instanceof DomainError ? [error] : [];
    return all.map((one) => `${one.field} ${one.code}`);
  }
}

test('[3.6] numbers are normalised and the birth date comes from the resident id', () => {
  expect(checkIdentity(person, today)).toMatchObject({
    name: '王小明',
    residentId: '11010519491231002X',
    birthDate: '1949-12-31',
    phone: '13800138000',
    creditCode: null,
  });
  expect(checkIdentity(enterprise, today)).toMatchObject({ creditCode: '91350100M000100Y43', representativeName: '王小明' });
});

test.each([
  [person, '11010519491231002X'],
  [business, '11010519491231002X'],
  [enterprise, '91350100M000100Y43'],
])('[3.8] the identity of the company is the number of the borrower', (claim, number) => {
  expect(identityNumberOf(checkIdentity(claim, today))).toBe(number);
});

describe('[3.6, 3.8] refused at the field', () => {
  test.each([
    [{ ...person, name: '王' }, ['identity.name NAME_INVALID']],
    [{ ...person, name: '  ' }, ['identity.name NAME_INVALID']],
    [{ ...person, name: '王\n明' }, ['identity.name NAME_INVALID']],
    [{ ...person, name: '长'.repeat(101) }, ['identity.name NAME_INVALID']],
    [{ ...person, residentId: null }, ['identity.residentId IDENTITY_PART_MISSING']],
    [{ ...person, residentId: '110105194912310021' }, ['identity.residentId RESIDENT_ID_INVALID']],
    [{ ...person, creditCode: '91350100M000100Y43' }, ['identity.creditCode IDENTITY_PART_FOREIGN']],
    [{ ...person, representativeName: '李四' }, ['identity.representativeName IDENTITY_PART_FOREIGN']],
    [{ ...person, phone: '12345' }, ['identity.phone MOBILE_INVALID']],
    [{ ...person, address: '  ' }, ['identity.address IDENTITY_PART_MISSING']],
    [{ ...business, creditCode: null }, ['identity.creditCode IDENTITY_PART_MISSING']],
    [{ ...business, creditCode: '91350100M000100Y4A' }, ['identity.creditCode CREDIT_CODE_INVALID']],
    [{ ...business, residentId: ' ' }, ['identity.residentId IDENTITY_PART_MISSING']],
    [{ ...enterprise, representativeName: null }, ['identity.representativeName IDENTITY_PART_MISSING']],
    [{ ...enterprise, residentId: null }, ['identity.residentId IDENTITY_PART_MISSING']],
  ])('%j', (claim, expected) => {
    expect(refusals(claim)).toEqual(expected);
  });

  test('[4.4] all mistakes of the form at once', () => {
    const all = refusals({ ...enterprise, name: '', residentId: 'x', creditCode: 'y', representativeName: '', phone: '', address: '' });
    expect(all.map((one) => one.split(' ')[0])).toEqual(
      ['name', 'residentId', 'creditCode', 'representativeName', 'phone', 'address'].map((field) => `identity.${field}`),
    );
  });
});
