import { expect, test } from '@jest/globals';
import { renderContract } from './render-contract.js';
import { readyContract } from './signed.builder.js';

const html = renderContract(readyContract());

test.each([
  '<html lang="zh-CN">',
  '人民币10000.00元（大写：人民币壹万元整）',
  '12个月',
  '年利率为12%',
  '等额本息',
  '违约责任',
  '双方权利与义务',
  '录像 60 秒',
  '已确认',
  '草案',
])('[4.16] the contract shows %s', (text) => {
  expect(html).toContain(text);
});

test('[2.12] all clauses stand in order, numbered', () => {
  expect([...html.matchAll(/第(\d)条/g)].map((match) => match[1])).toEqual(['1', '2', '3', '4', '5', '6', '7']);
});

test('what a person typed is text, never markup', () => {
  const evil = renderContract(readyContract({ clauses: [{ key: 'X', title: '<b>', text: '"><script>alert(1)</script>&\'' }] }));
  expect(evil).not.toContain('<script>');
  expect(evil).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;');
});

test('a bare draft shows what is still missing', () => {
  const bare = renderContract(readyContract({ costSheet: null, acknowledgement: null, explanation: null, recordings: [] }));
  expect([...bare.matchAll(/<dd>—<\/dd>/g)]).toHaveLength(4);
});
