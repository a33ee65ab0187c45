import { describe, expect, test } from '@jest/globals';
import { parameterDefinition } from '@weilend/contracts';
import { parseLocalDate } from '@weilend/kernel';
import { confirmDisclosure, disclosureOf, missingDisclosure } from './disclosure.js';
import type { DisclosureConfirmation, DisclosureWord } from './disclosure.js';

const inForce = disclosureOf({ value: '综合成本：按年折算。\n\n 阅读权利：可以不签：不受影响 \n无题', effectiveFrom: '2026-11-01' });
const at = new Date(0);
const word: DisclosureWord = {
  ...{ productId: 'prd_1', textHash: inForce.hash, confirmedByCustomer: true, how: 'IN_PERSON', by: 'emp_1', at },
};
const kept: DisclosureConfirmation = {
  ...{ productId: 'prd_1', textVersion: parseLocalDate('2026-11-01'), textHash: inForce.hash, how: 'IN_PERSON', by: 'emp_1', at },
};

describe('[7.9] what a customer must be told', () => {
  test('is one item a line, named before its first colon', () => {
    expect(inForce.items).toEqual([
      { title: '综合成本', text: '按年折算。' },
      { title: '阅读权利', text: '可以不签：不受影响' },
      { title: '', text: '无题' },
    ]);
  });

  test.each(['综合成本', '放款前不收费', '阅读权利', '违约后果', '个人信息', '投诉渠道'])('holds %s from the first day', (title) => {
    const { items } = disclosureOf({ value: parameterDefinition('disclosure.loan').initial, effectiveFrom: '2020-01-01' });
    expect(items.find((item) => item.title === title)?.text.length).toBeGreaterThan(20);
  });

  test('another word is another text, another space at the end of a line is not', () => {
    const hashOf = (value: string) => disclosureOf({ value, effectiveFrom: '2026-11-01' }).hash;
    expect(hashOf('甲：一')).not.toBe(hashOf('甲：二'));
    expect(hashOf('甲：一 ')).toBe(hashOf('甲：一'));
  });

  test('is confirmed with who, when, how and the text', () => {
    expect(confirmDisclosure(word, inForce)).toEqual(kept);
  });

  test.each<[string, Partial<DisclosureWord>, string]>([
    ['the customer did not confirm', { confirmedByCustomer: false }, 'DISCLOSURE_NOT_CONFIRMED'],
    ['a text of before was shown', { textHash: 'a'.repeat(64) }, 'DISCLOSURE_OUTDATED'],
    ['no text was shown', { textHash: '' }, 'DISCLOSURE_OUTDATED'],
  ])('is not confirmed when %s', (_title, change, code) => {
    expect(() => confirmDisclosure({ ...word, ...change }, inForce)).toThrow(expect.objectContaining({ code }));
  });

  const wanted = { productId: 'prd_1', textHash: inForce.hash };
  test.each<[string, readonly DisclosureConfirmation[], { productId: string; textHash: string | null }, number]>([
    ['confirmed for this product and text', [kept], wanted, 0],
    ['confirmed among others', [{ ...kept, productId: 'prd_2' }, kept], wanted, 0],
    ['the text of its day, when it is only checked again', [{ ...kept, textHash: 'old' }], { ...wanted, textHash: null }, 0],
    ['nothing', [], wanted, 1],
    ['another product', [{ ...kept, productId: 'prd_2' }], wanted, 1],
    ['another text', [{ ...kept, textHash: 'old' }], wanted, 1],
    ['another product, when it is only checked again', [{ ...kept, productId: 'prd_2' }], { ...wanted, textHash: null }, 1],
  ])('gate: %s', (_title, confirmations, of, missing) => {
    expect(missingDisclosure(confirmations, of).map(({ code }) => code)).toEqual(missing === 0 ? [] : ['DISCLOSURE_MISSING']);
  });
});
