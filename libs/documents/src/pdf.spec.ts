import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { facts, heading, paragraph, table } from './paper.js';
import type { Paper } from './paper.js';
import { aPaper } from './paper.builder.js';
import { pdfOf } from './pdf.js';

const ONE = [{ title: '说明', share: 1 }];

/** Text of every page, read back from the PDF, without blanks. */
async function pagesOf(paper: Paper): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await pdfOf(paper))), { mergePages: false });
  return text.map((page) => page.replace(/\s/g, ''));
}
const textOf = async (paper: Paper): Promise<string> => (await pagesOf(paper)).join('');

describe('[4.15, 4.17] a paper as PDF', () => {
  it('holds every word and figure, readable again', async () => {
    const text = await textOf(aPaper());
    for (const part of [
      '综合融资成本明示表',
      '一、贷款基本信息',
      '借款金额￥50,000.00',
      '等额本息',
      '除本表所列项目外，不收取任何其他费用。',
      '金额（元）',
    ])
      expect(text).toContain(part);
    expect(text).toContain('14,442.4424,442.43');
    expect(text).toContain('校验码：0123456789abcdef');
    expect(text).toContain('第1页，共1页');
  });

  it('has the same bytes whenever it is made, and others for another content or another day', async () => {
    const [one, again] = [await pdfOf(aPaper()), await pdfOf(aPaper())];
    expect(again.equals(one)).toBe(true);
    expect((await pdfOf(aPaper({ footer: ['校验码：0123456789abcdee'] }))).equals(one)).toBe(false);
    expect((await pdfOf(aPaper({ madeAt: new Date('2026-08-02T02:00:00Z') }))).equals(one)).toBe(false);
  });

  it('has the bytes that it had on every other machine: they change only with the typeface or the writer of PDFs, and that is to be known', async () => {
    expect(
      createHash('sha256')
        .update(await pdfOf(aPaper()))
        .digest('hex'),
    ).toBe('89bf662e82f7bf903ff43c46665e726ed7b53ddbbed53a4a527dae5cd4ed67dc');
  });

  it('carries its typeface and tells its title, language and day', async () => {
    const pdf = (await pdfOf(aPaper())).toString('latin1');
    expect(pdf).toMatch(/^%PDF-/);
    expect(pdf).toMatch(/\/FontName \/[A-Z]+\+NotoSansSC/);
    expect(pdf).toContain('/FontFile2');
    expect(pdf).toContain('/Lang (zh-CN)');
    expect(pdf).toContain('(D:20260801020000Z)');
    expect(pdf).not.toContain('Helvetica');
  });

  it('repeats the header of a long table on each page, with number and footer, and loses no row', async () => {
    const rows = Array.from({ length: 120 }, (_, no) => [`第${no + 1}期`, `${no + 1}00.00`]);
    const columns = [
      { title: '期数栏', share: 1 },
      { title: '金额栏', share: 1, align: 'end' as const },
    ];
    const pages = await pagesOf(aPaper({ blocks: [table(columns, rows)] }));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, place) => {
      expect(page.match(/期数栏金额栏/g)).toHaveLength(1);
      expect(page).toContain(`第${place + 1}页，共${pages.length}页`);
      expect(page).toContain('校验码：0123456789abcdef');
    });
    const all = pages.join('');
    for (const [name, amount] of rows) expect(all).toContain(`${name}${amount}`);
  });

  it('cuts a row only when it is taller than a page, and goes on under the header', async () => {
    const long = Array.from({ length: 400 }, (_, no) => `条款${no}的内容必须完整。`).join('');
    const pages = await pagesOf(aPaper({ blocks: [table(ONE, [['短'], [long]])] }));
    expect(pages.length).toBeGreaterThan(1);
    const words = pages.map((page) =>
      page
        .replace(/^综合融资成本明示表/, '')
        .replace('说明', '')
        .replace(/校验码.*$/, ''),
    );
    expect(words.join('')).toBe(`短${long}`);
  });

  it('a word that is wider than its column or the page is cut, not lost', async () => {
    const hash = 'f0e1d2c3'.repeat(40);
    expect(await textOf(aPaper({ blocks: [paragraph(hash)] }))).toContain(hash);
    const columns = [
      { title: '甲', share: 1 },
      { title: '乙', share: 9 },
    ];
    const text = await textOf(aPaper({ blocks: [table(columns, [[hash.slice(0, 64), '']])] }));
    expect(text).toContain(hash.slice(0, 64));
  });

  it('says that a table is empty', async () => {
    expect(await textOf(aPaper({ blocks: [table(ONE, [], '没有收费项目')] }))).toContain('说明没有收费项目');
  });

  it('writes rare characters of names, and one that the typeface lacks by its number', async () => {
    expect(await textOf(aPaper({ blocks: [paragraph('王喆、李堃、赵珺、䶮、𬱖、㛃')] }))).toContain('王喆、李堃、赵珺、䶮、𬱖、㛃');
    expect(await textOf(aPaper({ blocks: [paragraph('张\u{2f9f4}\u{f0000}\u200b三\t李')] }))).toMatch(/张.*\[U\+F0000\]三李/);
  });

  it('a heading is not the last line of a page', async () => {
    for (let lines = 30; lines < 50; lines++) {
      const pages = await pagesOf(
        aPaper({
          blocks: [
            facts(...Array.from({ length: lines }, (_, no) => [`甲${no}`, '乙'] as const)),
            heading('标题在此'),
            paragraph('正文在此'),
          ],
        }),
      );
      expect(pages.find((page) => page.includes('标题在此'))).toContain('正文在此');
    }
  });

  it('carries its mark on every page', async () => {
    const rows = Array.from({ length: 60 }, (_, no) => [String(no)]);
    const pages = await pagesOf(aPaper({ mark: '作废', blocks: [table(ONE, rows)] }));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('作废');
  });

  it.each([
    ['a row that does not fit its columns', aPaper({ blocks: [table(ONE, [['1', '2']])] })],
    ['no title', aPaper({ title: '' })],
  ])('%s is a mistake of the program', async (_title, paper) => {
    await expect(pdfOf(paper)).rejects.toMatchObject({ name: 'InvariantViolation' });
  });
});
