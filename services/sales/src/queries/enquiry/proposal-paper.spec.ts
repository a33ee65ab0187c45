import { describe, expect, test } from '@jest/globals';
import { htmlOf } from '@weilend/documents';
import { parseLocalDate } from '@weilend/kernel';
import { disclosureOf } from '../../domain/enquiry/disclosure.js';
import { openProposal } from '../../domain/enquiry/proposal.js';
import type { Proposal } from '../../domain/enquiry/proposal.js';
import { proposalPaper } from './proposal-paper.js';

const disclosure = disclosureOf({ value: '综合成本：以明示表为准\n阅读权利：<b>可以不签', effectiveFrom: '2026-11-01' });
const quote = {
  ...{ quoteId: 'quo_1', method: 'EQUAL_INSTALMENT', termsHash: 'a', totalInterestFen: 66_185, totalFeesFen: 100 },
  ...{ firstInstalmentFen: 88_849, annualCostCompound: '0.126825', withinCap: true },
};
const given = (change: Partial<Proposal> = {}): Proposal => ({
  ...openProposal(
    {
      ...{ id: 'prp_1', enquiryId: 'enq_1', customerId: null, salespersonId: 'emp_1', productId: 'prd_1', productVersion: 1 },
      ...{ needs: { purpose: 'EQUIPMENT', amountFen: 1_000_000, termMonths: 12, method: 'EQUAL_INSTALMENT' }, methods: [] },
      ...{ startOn: parseLocalDate('2026-11-23'), replacesId: null, createdAt: new Date(0) },
    },
    30,
  ),
  ...{ state: 'QUOTED' as const, quotes: [quote, { ...quote, method: 'BULLET', totalInterestFen: 120_000, withinCap: false }], ...change },
});
const html = (change: Partial<Proposal> = {}) => htmlOf(proposalPaper(given(change), { productName: '经营贷', disclosure }));

describe('[4.3, 7.9] the proposal as the customer reads it', () => {
  test.each([
    '<html lang="zh-CN">',
    '贷款方案建议书',
    '经营贷',
    '购置设备',
    '人民币10,000.00元（大写：人民币壹万元整）',
    '12 个月',
    '2026-12-23',
    '等额本息（意向）',
    '888.49',
    '662.85',
    '12.68%',
    '超过上限，不可办理',
    '1. 综合成本：以明示表为准',
    '2. 阅读权利：&lt;b&gt;可以不签',
    '尚未确认',
    '尚未答复',
    disclosure.hash,
  ])('shows %s', (text) => {
    expect(html()).toContain(text);
  });

  test('shows that he confirmed it, and what he said', () => {
    const told = { productId: 'prd_1', textVersion: disclosure.version, textHash: disclosure.hash, how: 'IN_PERSON' as const, by: 'emp_1' };
    const answer = { accepted: false, reason: '利率偏高', by: 'emp_1', at: new Date(0) };
    const shown = html({ state: 'DECLINED', disclosure: { ...told, at: new Date(0) }, answer });
    for (const text of ['确认（当面）', '2026-11-01', '不接受：利率偏高']) expect(shown).toContain(text);
  });

  test.each<[Proposal['state'], string | null]>([
    ['PRICING', '报价中'],
    ['REFUSED', '未报价'],
    ['QUOTED', null],
    ['ACCEPTED', null],
    ['APPLIED', null],
    ['DECLINED', '未采纳'],
    ['EXPIRED', '已失效'],
  ])('%s carries the mark %s', (state, mark) => {
    expect(proposalPaper(given({ state }), { productName: '经营贷', disclosure }).mark).toBe(mark);
  });

  test('what it costs stands unchanged after it ran out', () => {
    expect(html({ state: 'EXPIRED' })).toContain('662.85');
    expect(html({ quotes: [], state: 'PRICING' })).toContain('报价尚未完成');
  });
});
