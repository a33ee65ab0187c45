import { expect, test } from '@jest/globals';
import { htmlOf } from '@weilend/documents';
import type { LoanContract } from '../../domain/contract/contract.js';
import { readyContract } from '../../domain/contract/signed.builder.js';
import { contractPaper } from './contract-paper.js';

const renderContract = (contract: LoanContract): string => htmlOf(contractPaper(contract));

const html = renderContract(readyContract());

test.each([
  '<html lang="zh-CN">',
  '人民币10,000.00元（大写：人民币壹万元整）',
  '12个月',
  '年利率为12%',
  '等额本息',
  '违约责任',
  '双方权利与义务',
  '录像 120 秒',
  '已确认',
  '草案',
])('[4.16] the contract shows %s', (text) => {
  expect(html).toContain(text);
});

test('[2.12] all clauses stand in order, numbered', () => {
  expect([...html.matchAll(/第(\d+)条/g)].map((match) => Number(match[1]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
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

test.each([
  ['draft', '草案'],
  ['void', '作废'],
  ['expired', '过期'],
  ['signed', null],
] as const)('[4.16] a %s contract carries the mark %s', (state, mark) => {
  expect(contractPaper(readyContract({ state })).mark).toBe(mark);
});

test('[4.16] its hash stands at the foot of every page, and its time is that of its last change', () => {
  const contract = readyContract();
  expect(contractPaper(contract).footer).toContain(`合同校验码：${contract.contractHash}`);
  expect(contractPaper(contract).madeAt).toEqual(contract.history.at(-1)?.at);
});
