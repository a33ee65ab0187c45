import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors, parseLocalDate } from '@weilend/kernel';
import { checkClauses, CLAUSE_KEYS, ownClause, percentText } from './clauses.js';
import type { ClauseFacts, ContractClause } from './clauses.js';
import { FIRST_TEMPLATES } from './first-templates.js';
import { writeClauses } from './template-text.js';

const facts: ClauseFacts = {
  lender: '惟联小额贷款有限公司',
  borrower: '王小明',
  terms: { productId: 'prd_1', amountFen: 1_640_902, termMonths: 12, annualRate: '0.1075', method: 'EQUAL_INSTALMENT' },
  startOn: parseLocalDate('2026-11-24'),
  purpose: '购买设备',
  overdueFactor: '1.5',
};
const [{ sections }] = FIRST_TEMPLATES;
const template = writeClauses(sections, facts);
const without = (key: string) => template.filter((clause) => clause.key !== key);
const instead = (key: string, text: string) => [...without(key), ownClause(key, text, sections)];

function refusals(clauses: readonly ContractClause[]): string[] {
  try {
    checkClauses(clauses, facts);
    return [];
  } catch (error) {
    return (error instanceof DomainErrors ? error.all : [error as DomainError]).map((one) => `${one.code} ${one.data['clause']}`);
  }
}

test('[4.16] the template has all seven clauses, with the amount in figures and in capitals', () => {
  expect(refusals(template)).toEqual([]);
  expect(template.map(({ key }) => key)).toEqual([...CLAUSE_KEYS]);
  expect(template[1]?.text).toContain('人民币16409.02元（大写：人民币壹万陆仟肆佰零玖元零贰分）');
  expect(template[3]?.text).toContain('10.75%');
});

describe('[4.16] refused by name', () => {
  test.each(CLAUSE_KEYS.map((key) => [key]))('without %s', (key) => {
    expect(refusals(without(key))).toEqual([`CLAUSE_MISSING ${key}`]);
  });

  test.each<[string, readonly ContractClause[], string[]]>([
    ['none at all', [], CLAUSE_KEYS.map((key) => `CLAUSE_MISSING ${key}`)],
    ['an empty clause', instead('DEFAULT_LIABILITY', '  '), ['CLAUSE_MISSING DEFAULT_LIABILITY']],
    ['another amount', instead('AMOUNT', '人民币16409.03元'), ['CLAUSE_CONTRADICTS AMOUNT']],
    [
      'capitals that do not agree',
      instead('AMOUNT', '人民币16409.02元（大写：人民币壹万陆仟肆佰零玖元整）'),
      ['CLAUSE_CONTRADICTS AMOUNT'],
    ],
    ['another term', instead('TERM', '借款期限为24个月'), ['CLAUSE_CONTRADICTS TERM']],
    ['another rate', instead('RATE', '年利率为9%'), ['CLAUSE_CONTRADICTS RATE']],
    ['another method', instead('REPAYMENT_METHOD', '等额本金'), ['CLAUSE_CONTRADICTS REPAYMENT_METHOD']],
    ['another borrower', instead('PARTIES', `贷款人：${facts.lender}。借款人：李四。`), ['CLAUSE_CONTRADICTS PARTIES']],
  ])('%s', (_title, clauses, expected) => {
    expect(refusals(clauses)).toEqual(expected);
  });
});

test('[4.16] an own wording that says the figures is accepted, and further clauses are free', () => {
  const own = instead('TERM', '借款期限共12个月，可提前还款。');
  expect(refusals([...own, ownClause('SPECIAL', '借款人提供保证人一名。', sections)])).toEqual([]);
  expect(ownClause('SPECIAL', ' x ', sections)).toEqual({ key: 'SPECIAL', title: '补充约定', text: 'x' });
});

test.each([
  ['0.12', '12%'],
  ['0.1', '10%'],
  ['0.1075', '10.75%'],
  ['0.005', '0.5%'],
  ['0', '0%'],
  ['1', '100%'],
  ['1.25', '125%'],
  ['0.123456789', '12.3456789%'],
])('a rate of %s is written %s', (rate, text) => {
  expect(percentText(rate)).toBe(text);
});
