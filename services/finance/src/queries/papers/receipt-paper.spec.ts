import { describe, expect, it } from '@jest/globals';
import { htmlOf } from '@weilend/documents';
import { parseLocalDate } from '@weilend/kernel';
import { makeReceipt } from '../../domain/receipt/receipt.js';
import type { ReceiptFacts } from '../../domain/receipt/receipt.js';
import { receiptFacts } from '../../domain/receipt/receipt.builder.js';
import { receiptHash, receiptPaper } from './receipt-paper.js';

const MADE_AT = new Date('2026-11-26T02:00:00Z');
const receipt = (change: Partial<ReceiptFacts> = {}) => ({ ...makeReceipt(receiptFacts(change)), madeAt: MADE_AT });
const words = (change: Partial<ReceiptFacts> = {}) => htmlOf(receiptPaper(receipt(change))).replace(/<style>[\s\S]*<\/style>/, '');

describe('[5.3] a receipt on paper', () => {
  it('says who paid what for which loan, how it was spread, and what is left, in figures and capitals', () => {
    const text = words();
    const said = [
      ...['SJ20261126-0A1B2C3D4E-003', '张*', '李*', 'lon_01kxyz00000000000a1b2c3d4e', 'con_1', '2026年11月25日', '2026年11月26日'],
      ...[
        '￥1,409.50',
        '人民币壹仟肆佰零玖元伍角',
        '￥49,200.00',
        '100.00',
        '9.50',
        '500.00',
        '800.00',
        '工行基本户',
        receiptHash(receipt()),
      ],
    ];
    expect(said.filter((one) => !text.includes(one))).toEqual([]);
    expect(text).not.toMatch(/作废|减免/);
  });

  it('of a repayment that was taken back is void, with day and reason', () => {
    const voided = { on: parseLocalDate('2026-11-27'), reason: '<银行退回>' };
    expect(receiptPaper(receipt({ voided })).mark).toBe('作废');
    expect(words({ voided })).toContain('本收据已于 2026年11月27日 作废（VOID），该笔还款已冲正。原因：&lt;银行退回&gt;');
    expect(receiptHash(receipt({ voided }))).not.toBe(receiptHash(receipt()));
  });

  it('does not guess what was left of a loan before receipts', () => {
    expect(words({ outstandingAfterFen: null })).not.toContain('剩余本金');
    expect(words({ outstandingAfterFen: 0 })).toContain('￥0.00');
  });

  it('tells the interest that an early settlement spared', () => {
    expect(words({ interestWaivedFen: 12_34 })).toContain('￥12.34');
  });

  it.each<[string, Partial<ReceiptFacts>]>([
    ['amount', { amountFen: 1_409_51, creditFen: 1 }],
    ['payer', { payer: '王*' }],
    ['number', { receiptNo: 4 }],
    ['what is left', { outstandingAfterFen: 1 }],
  ])('another %s is another hash', (_title, change) => {
    expect(receiptHash(receipt(change))).not.toBe(receiptHash(receipt()));
  });
});
