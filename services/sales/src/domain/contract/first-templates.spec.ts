import { expect, test } from '@jest/globals';
import { checkClauses } from './clauses.js';
import { FIRST_TEMPLATES } from './first-templates.js';
import { clauseFacts } from './signed.builder.js';
import { checkSections, MANDATORY_SECTIONS, mandatoryKeys, writeClauses } from './template-text.js';

const [first, { sections }] = FIRST_TEMPLATES;

test('[2.12] the text that the company starts with is whole, and every contract on it passes its own check', () => {
  expect(() => checkSections(sections)).not.toThrow();
  expect(mandatoryKeys(sections)).toEqual(expect.arrayContaining([...MANDATORY_SECTIONS]));
  expect(() => checkClauses(writeClauses(sections, clauseFacts), clauseFacts, mandatoryKeys(sections))).not.toThrow();
});

test('[2.12] 2026-1 says to the letter what contracts said before templates were kept', () => {
  expect(writeClauses(first.sections, clauseFacts).map(({ text }) => text)).toEqual([
    '贷款人：惟联小额贷款有限公司。借款人：王小明。',
    '借款金额为人民币10000.00元（大写：人民币壹万元整）。贷款人不从本金中先行扣除利息及任何费用。借款用途：购买设备，借款人不得改变用途。',
    '借款期限为12个月，自实际放款之日起算；预计起始日为2026-11-24。',
    '借款年利率为12%（单利，固定）。综合融资成本以借款人确认的《综合融资成本明示表》为准，除该表所列项目外不收取任何费用。',
    '还款方式为等额本息，各期应还金额以还款计划为准。',
    '借款人逾期的，对逾期本金按合同利率的1.5倍计收罚息，直至清偿；综合成本不超过法律及监管规定的上限。借款人改变用途的，贷款人有权停止发放、提前收回借款。',
    '贷款人有权了解借款使用情况，并有义务按约足额发放借款、保护借款人个人信息。借款人有权提前还款、查询还款记录、投诉，并有义务如实提供信息、按约还款、配合贷后检查。',
  ]);
});
