import { facts, heading, paragraph, table } from './paper.js';
import type { Paper } from './paper.js';

/** A paper with a block of every kind. */
export const aPaper = (change: Partial<Paper> = {}): Paper => ({
  title: '综合融资成本明示表',
  blocks: [
    heading('一、贷款基本信息'),
    facts(['借款金额', '￥50,000.00'], ['还款方式', '等额本息']),
    paragraph('除本表所列项目外，不收取任何其他费用。'),
    table(
      [
        { title: '期数', share: 1 },
        { title: '金额（元）', share: 2, align: 'end' },
      ],
      [
        ['1', '4,442.44'],
        ['2', '4,442.43'],
      ],
    ),
  ],
  footer: ['校验码：0123456789abcdef'],
  madeAt: new Date('2026-08-01T02:00:00Z'),
  ...change,
});
