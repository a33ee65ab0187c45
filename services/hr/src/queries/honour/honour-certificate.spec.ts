import { describe, expect, test } from '@jest/globals';
import { htmlOf, pdfOf } from '@weilend/documents';
import { parseLocalDate } from '@weilend/kernel';
import { givenAward } from '../../domain/honour/honour.builder.js';
import type { HonourAward } from '../../domain/honour/honour.js';
import { honourCertificate, periodName } from './honour-certificate.js';

const award: HonourAward = {
  ...givenAward,
  values: [
    { metric: 'DISBURSED_AMOUNT', value: '123456789' },
    { metric: 'SATISFACTION', value: '-' },
  ],
};

describe('[5.9] a certificate', () => {
  test('says in Chinese who receives what for which quarter, and by which figures', () => {
    const html = htmlOf(honourCertificate(award));
    for (const said of ['荣誉证书', '周一鸣', '2026 年第三季度', '销售冠军', '1,234,567.89', '第 1 名', '2026-10-12', 'awd_1'])
      expect(html).toContain(said);
    expect(html).not.toContain('并列');
  });

  test('[5.4] of an honour that was taken back says on top that it is void, and not why', () => {
    const revocation = { by: 'emp_hr', on: parseLocalDate('2026-11-02'), reason: '严重违规', violationIds: ['vio_1'] };
    const html = htmlOf(honourCertificate({ ...award, revocation }));
    for (const said of ['荣誉证书（已撤销）', '该荣誉已于 2026-11-02 撤销，本证书作废']) expect(html).toContain(said);
    for (const hidden of ['严重违规', 'vio_1']) expect(html).not.toContain(hidden);
    expect(htmlOf(honourCertificate({ ...award, revocation: null }))).not.toContain('撤销');
  });

  test('of a shared honour says so; the name on it is text, never markup', () => {
    const html = htmlOf(
      honourCertificate({ ...award, shared: true, honour: 'EXCELLENT_SALESPERSON', period: '2026', recipientName: '<b>周</b>' }),
    );
    for (const said of ['（并列）', '优秀销售员', '2026 年度', '&lt;b&gt;']) expect(html).toContain(said);
    expect(html).not.toContain('<b>周');
  });

  test('has the same bytes whenever it is printed', async () => {
    const [one, again] = [await pdfOf(honourCertificate(award)), await pdfOf(honourCertificate({ ...award }))];
    expect(one.equals(again)).toBe(true);
    expect(one.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test.each([
    ['2026-Q1', '2026 年第一季度'],
    ['2026-Q4', '2026 年第四季度'],
    ['2026', '2026 年度'],
  ])('%s is %s', (period, name) => {
    expect(periodName(period)).toBe(name);
  });
});
