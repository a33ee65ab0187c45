import { describe, expect, test } from '@jest/globals';
import { LOAN_PURPOSES, REPAYMENT_METHODS } from '@weilend/contracts';
import type { LocalDate } from '@weilend/kernel';
import { codeOf } from '../../../test/builders/refusal.builder.js';
import { readCustomerRow } from './customer-row.js';
import { METHOD_WORDS, PURPOSE_WORDS } from './profile-cells.js';

const today = '2026-11-20' as LocalDate;
const person = { type: '个人', name: '王小明', residentId: '11010519491231002x', phone: '13800138000', address: '北京市朝阳区某路 1 号' };
const company = { ...person, type: '小微企业', name: '某餐饮公司', creditCode: '91350100M000100Y43', representativeName: '王小明' };
const read = (cells: Record<string, string>) => readCustomerRow({ line: 2, toLine: 2, cells }, today);

describe('[3.5, 3.6, 3.8] a row of a file of customers', () => {
  test('is a person with what is known of him', () => {
    const claim = read({ ...person, monthlyIncome: '12,000', termMonths: '12', purpose: '装修', method: '等额本息', industry: '' });
    expect(claim).toMatchObject({
      identity: { type: 'INDIVIDUAL', residentId: '11010519491231002X', creditCode: null },
      profile: {
        basic: { industry: null },
        financial: { monthlyIncomeFen: 1_200_000 },
        needs: { purpose: 'HOME_REPAIR', termMonths: 12, method: 'EQUAL_INSTALMENT' },
      },
      salesperson: null,
    });
  });

  test('is an enterprise with its representative', () => {
    expect(read(company).identity).toMatchObject({ type: 'MICRO_ENTERPRISE', representativeName: '王小明' });
  });

  test('has a word for every purpose and method', () => {
    expect(Object.keys(PURPOSE_WORDS)).toEqual([...LOAN_PURPOSES]);
    expect(Object.keys(METHOD_WORDS)).toEqual([...REPAYMENT_METHODS]);
  });

  test.each<[Record<string, string>, string]>([
    [{ type: '政府' }, 'ROW_VALUE_UNKNOWN'],
    [{ type: '' }, 'ROW_VALUE_MISSING'],
    [{ name: '' }, 'ROW_VALUE_MISSING'],
    [{ name: '王' }, 'NAME_INVALID'],
    [{ residentId: '110105194912310021' }, 'RESIDENT_ID_INVALID'],
    [{ residentId: '' }, 'ROW_VALUE_MISSING'],
    [{ phone: '138' }, 'MOBILE_INVALID'],
    [{ address: '北京' }, 'IDENTITY_PART_MISSING'],
    [{ creditCode: '91350100M000100Y43' }, 'IDENTITY_PART_FOREIGN'],
    [{ representativeName: '李四' }, 'IDENTITY_PART_FOREIGN'],
    [{ type: '个体户' }, 'IDENTITY_PART_MISSING'],
    [{ type: '企业' }, 'IDENTITY_PART_MISSING,IDENTITY_PART_MISSING'],
    [{ monthlyIncome: '很多' }, 'ROW_AMOUNT_INVALID'],
    [{ termMonths: '一年' }, 'ROW_NUMBER_INVALID'],
    [{ purpose: '炒股' }, 'ROW_VALUE_UNKNOWN'],
    [{ method: '以后再说' }, 'ROW_VALUE_UNKNOWN'],
    [{ phone: '138', assets: 'x', purpose: '炒股' }, 'MOBILE_INVALID,ROW_AMOUNT_INVALID,ROW_VALUE_UNKNOWN'],
  ])('%j is refused: %s', (change, codes) => {
    expect(codeOf(() => read({ ...person, ...change }))).toBe(codes);
  });
});
