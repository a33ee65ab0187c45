import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { amendmentText, changesOf } from './amendment-text.js';
import type { RunningTerms } from './amendment-text.js';

const before: RunningTerms = {
  principalFen: 1_000_000,
  annualRate: '0.12',
  method: 'EQUAL_INSTALMENT',
  maturesOn: parseLocalDate('2027-11-24'),
};
const after = { ...before, principalFen: 640_902 };

test.each<[Partial<RunningTerms>, string[]]>([
  [{ annualRate: '0.1' }, ['借款年利率由12%变更为10%']],
  [{ method: 'INTEREST_ONLY' }, ['还款方式由等额本息变更为按期付息、到期还本']],
  [{ maturesOn: parseLocalDate('2028-05-24') }, ['到期日由2027-11-24变更为2028-05-24']],
  [{ annualRate: '0.1', maturesOn: parseLocalDate('2028-05-24') }, ['借款年利率由12%变更为10%', '到期日由2027-11-24变更为2028-05-24']],
  [{}, ['利率、还款方式和到期日不变，各期应还金额重新安排']],
])('[2.12] %j is said as it was and as it becomes', (change, said) => {
  expect(changesOf({ before, after: { ...after, ...change } })).toEqual(said);
});

test('[2.12] the agreement names both parties, its contract, its day, and what is owed in figures and capitals', () => {
  const facts = {
    lender: '惟联小额贷款有限公司',
    borrower: '王小明',
    contractId: 'con_1',
    before,
    after,
    effectiveOn: parseLocalDate('2027-03-01'),
  };
  const text = amendmentText(facts)
    .map((clause) => clause.text)
    .join('');
  for (const part of [
    '惟联小额贷款有限公司',
    '王小明',
    'con_1',
    '自2027-03-01起',
    '人民币6409.02元（大写：人民币陆仟肆佰零玖元零贰分）',
    '原合同未变更的条款继续有效',
  ])
    expect(text).toContain(part);
});
