import { describe, expect, it } from '@jest/globals';
import { makeReceipt } from './receipt.js';
import type { ReceiptFacts } from './receipt.js';
import { receiptFacts } from './receipt.builder.js';

const spread = (change: Partial<ReceiptFacts>) => makeReceipt(receiptFacts(change)).spread.map(({ name, amountFen }) => [name, amountFen]);

describe('[4.19, 5.3] the receipt of a repayment', () => {
  it('is numbered by day, loan and place in the loan', () => {
    expect(makeReceipt(receiptFacts()).number).toBe('SJ20261126-0A1B2C3D4E-003');
    expect(makeReceipt(receiptFacts({ receiptNo: 1234 })).number).toMatch(/-1234$/);
  });

  it.each<[string, Partial<ReceiptFacts>, (string | number)[][]]>([
    [
      'everything in the order of the law',
      {},
      [
        ['费用', 100_00],
        ['罚息', 9_50],
        ['利息', 500_00],
        ['本金', 800_00],
      ],
    ],
    ['nothing but principal', { amountFen: 800_00, feeFen: 0, penaltyFen: 0, interestFen: 0 }, [['本金', 800_00]]],
    [
      'too much',
      { amountFen: 1_500_00, creditFen: 90_50 },
      [
        ['费用', 100_00],
        ['罚息', 9_50],
        ['利息', 500_00],
        ['本金', 800_00],
        ['转入溢缴款', 90_50],
      ],
    ],
    [
      'with credit of before',
      { amountFen: 1_000_00, creditUsedFen: 409_50 },
      [
        ['费用', 100_00],
        ['罚息', 9_50],
        ['利息', 500_00],
        ['本金', 800_00],
        ['使用以前的溢缴款', -409_50],
      ],
    ],
  ])('spreads %s to the fen', (_title, change, parts) => {
    expect(spread(change)).toEqual(parts);
  });

  it.each<[string, Partial<ReceiptFacts>]>([
    ['a spread that is not what was paid', { amountFen: 1_409_51 }],
    ['no place in the loan', { receiptNo: 0 }],
    ['half a place', { receiptNo: 1.5 }],
  ])('%s is a mistake of the program', (_title, change) => {
    expect(() => makeReceipt(receiptFacts(change))).toThrow(expect.objectContaining({ name: 'InvariantViolation' }));
  });
});
