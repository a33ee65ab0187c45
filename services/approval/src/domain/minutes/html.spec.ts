import { expect, test } from '@jest/globals';
import { escapeHtml, factTable, page, textList } from './html.js';

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['a & b', 'a &amp; b'],
  [`"'`, '&quot;&#39;'],
  ['现金流充足', '现金流充足'],
  ['', ''],
])('[4.12] what members wrote is shown as written: %s', (text, expected) => {
  expect(escapeHtml(text)).toBe(expected);
});

test('tables, lists and pages escape what they are given', () => {
  expect(factTable([['<b>', '<i>']])).toBe('<table><tr><th scope="row">&lt;b&gt;</th><td>&lt;i&gt;</td></tr></table>');
  expect(textList(['<i>'], '无')).toBe('<ol><li>&lt;i&gt;</li></ol>');
  expect(textList([], '<无>')).toBe('<p>&lt;无&gt;</p>');
  expect(page('<b>', '<p></p>')).toContain('<title>&lt;b&gt;</title></head><body><h1>&lt;b&gt;</h1><p></p></body>');
});
