import { describe, expect, it } from '@jest/globals';
import { htmlOf } from '@weilend/documents';
import { parseLocalDate, parseRate } from '@weilend/kernel';
import { costSheetHash, makeCostSheet, sheetTermsHash } from '../../domain/cost-sheet/cost-sheet.js';
import { anOffer, byRate, fixed } from '../../domain/product/product.builder.js';
import type { StoredCostSheet } from '../../persistence/cost-sheet.repository.js';
import { costSheetPaper } from './cost-sheet-paper.js';

const startOn = parseLocalDate('2026-08-03');
const terms = {
  productId: 'prd_1',
  amountFen: 100_000_00,
  termMonths: 12,
  annualRate: parseRate('0.12'),
  method: 'EQUAL_INSTALMENT' as const,
};
const rules = parseRate('0.24');

function aSheet(change: Partial<StoredCostSheet> = {}): StoredCostSheet {
  const version = { ...anOffer({ fees: [byRate, fixed] }), no: 1 };
  const content = makeCostSheet(version, { contractId: 'con_1', applicationId: 'app_1', terms, startOn }, rules);
  const facts = { id: 'cst_1', version: 1, salespersonId: 'emp_1', issuedAt: new Date('2026-08-03T02:00:00Z') };
  return { ...content, ...facts, termsHash: sheetTermsHash(content), hash: costSheetHash(content), ...change };
}
const words = (sheet: StoredCostSheet): string => htmlOf(costSheetPaper(sheet)).replace(/<style>[\s\S]*<\/style>/, '');

describe('[4.17, 7.9] the cost sheet on paper', () => {
  it('says every item, figure and word of the stored sheet', () => {
    const sheet = aSheet();
    const text = words(sheet);
    const said = [
      ...['￥100,000.00', '12 个月', '等额本息', '2026年8月3日', sheet.contractId, sheet.statement, sheet.measure, sheet.hash],
      ...sheet.items.flatMap((item) => [item.name, item.way, item.standard, item.payee]),
      ...sheet.contingent.flatMap((item) => [item.name, item.standard]),
      ...sheet.rows.map((row) => row.dueOn),
      ...['6,618.53', '3,000.00', '200.00', '9,818.53', '12.0000%', '18.0000%'],
    ];
    expect(said.filter((one) => !text.includes(one))).toEqual([]);
    expect(text.match(/<tr>/g)).toHaveLength(3 + sheet.items.length + sheet.contingent.length + sheet.rows.length);
  });

  it('keeps what a default would cost apart from the normal cost', () => {
    const text = words(aSheet());
    const places = ['一、正常履约成本', '综合融资成本合计', '二、违约情形下的或有成本', '逾期罚息', '三、还款计划'].map((part) =>
      text.indexOf(part),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it('computes nothing: it shows a stored figure even where it is not the sum of the others', () => {
    const text = words(aSheet({ totalCostFen: 1_23, annualCostCompound: parseRate('0.9'), hash: 'f'.repeat(64) }));
    expect(text).toContain('￥1.23');
    expect(text).toContain('90.0000%');
    expect(text).not.toContain('9,818.53');
    expect(text).toContain('f'.repeat(64));
  });

  it.each([
    ['EQUAL_PRINCIPAL', '等额本金'],
    ['INTEREST_ONLY', '先息后本'],
    ['BULLET', '到期一次还本付息'],
  ] as const)('names the method %s', (method, word) => {
    expect(words(aSheet({ terms: { ...terms, method } }))).toContain(word);
  });
});
