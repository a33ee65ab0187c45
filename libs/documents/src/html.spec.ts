import { describe, expect, it } from '@jest/globals';
import { htmlOf } from './html.js';
import { facts, heading, paragraph, table } from './paper.js';
import { aPaper } from './paper.builder.js';

const EVIL = '<script>alert("1")</script>&\'';
const SHOWN = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;';

describe('[4.15, 4.17] a paper as HTML', () => {
  it('is one Chinese page that stands alone, with every block in its place', () => {
    const html = htmlOf(aPaper());
    expect(html).toMatch(/^<!doctype html><html lang="zh-CN">.*<title>综合融资成本明示表<\/title>/);
    expect(html).not.toMatch(/<script|<link|<img|https?:|url\(/);
    const order = [
      '一、贷款基本信息',
      '<dt>借款金额</dt><dd>￥50,000.00</dd>',
      '除本表所列',
      '<thead>',
      '4,442.44',
      '校验码：0123456789abcdef',
    ];
    expect(order.map((text) => html.indexOf(text))).toEqual(order.map((text) => html.indexOf(text)).sort((a, b) => a - b));
    expect(order.every((text) => html.includes(text))).toBe(true);
    expect(html).toContain('<th class="end">金额（元）</th>');
    expect(html).toContain('<td class="end">4,442.43</td>');
  });

  it.each([
    ['title', aPaper({ title: EVIL })],
    ['heading', aPaper({ blocks: [heading(EVIL)] })],
    ['paragraph', aPaper({ blocks: [paragraph(EVIL)] })],
    ['name of a fact', aPaper({ blocks: [facts([EVIL, ''])] })],
    ['value of a fact', aPaper({ blocks: [facts(['', EVIL])] })],
    ['column', aPaper({ blocks: [table([{ title: EVIL, share: 1 }], [])] })],
    ['cell', aPaper({ blocks: [table([{ title: '', share: 1 }], [[EVIL]])] })],
    ['word for no rows', aPaper({ blocks: [table([{ title: '', share: 1 }], [], EVIL)] })],
    ['footer', aPaper({ footer: [EVIL] })],
    ['mark', aPaper({ mark: EVIL })],
  ])('shows what a person typed in a %s as text, never as markup', (_place, paper) => {
    expect(htmlOf(paper)).not.toContain(EVIL);
    expect(htmlOf(paper)).toContain(SHOWN);
  });

  it('does not let an amount be turned around', () => {
    expect(htmlOf(aPaper({ blocks: [paragraph('\u202e00.1')] }))).toContain('<p>00.1</p>');
  });

  it('says that a table is empty, in its width', () => {
    const columns = [
      { title: '甲', share: 1 },
      { title: '乙', share: 1 },
    ];
    expect(htmlOf(aPaper({ blocks: [table(columns, [], '没有收费项目')] }))).toContain('<td colspan="2">没有收费项目</td>');
  });

  it.each([
    ['a row with too few cells', aPaper({ blocks: [table([{ title: '甲', share: 1 }], [[]])] })],
    ['a row with too many cells', aPaper({ blocks: [table([{ title: '甲', share: 1 }], [['1', '2']])] })],
    ['a table without columns', aPaper({ blocks: [table([], [])] })],
    ['a column without width', aPaper({ blocks: [table([{ title: '甲', share: 0 }], [])] })],
    ['no title', aPaper({ title: ' ' })],
  ])('%s is a mistake of the program', (_title, paper) => {
    expect(() => htmlOf(paper)).toThrow(expect.objectContaining({ name: 'InvariantViolation' }));
  });
});
