import { describe, expect, test } from '@jest/globals';
import { codeOf } from '../../../test/builders/refusal.builder.js';
import { oneOfWords, requiredText, text, whole, yuan } from './cell-values.js';

const words = { ONLINE: ['线上', '网络'], OFFLINE: ['线下'] } as const;

describe('[2.8] cells', () => {
  test.each<[string, () => unknown, unknown]>([
    ['text', () => text(' 甲 ', 'note'), '甲'],
    ['nothing', () => text('  ', 'note'), null],
    ['no column', () => text(undefined, 'note'), null],
    ['ideographic blanks', () => text('\u3000甲\u3000', 'note'), '甲'],
    ['a word', () => oneOfWords('网络', words, 'channel'), 'ONLINE'],
    ['a code', () => oneOfWords('offline', words, 'channel'), 'OFFLINE'],
    ['no word', () => oneOfWords(null, words, 'channel'), null],
    ['a number', () => whole('12', 'termMonths', 360), 12],
    ['nought', () => whole('0', 'termMonths', 360), 0],
    ['no number', () => whole('', 'termMonths', 360), null],
    ['yuan', () => yuan('12000.50', 'amount'), 1_200_050],
    ['yuan with commas', () => yuan('1,200,000', 'amount'), 120_000_000],
    ['yuan as people write it', () => yuan('￥ 3,000元', 'amount'), 300_000],
    ['no amount', () => yuan('', 'amount'), null],
  ])('hold %s', (_what, read, value) => {
    expect(read()).toBe(value);
  });

  test.each<[string, () => unknown, string]>([
    ['too much text', () => text('长'.repeat(501), 'note'), 'ROW_VALUE_TOO_LONG'],
    ['more than a name', () => requiredText('长'.repeat(101), { kind: 'LEADS', column: 'contactName' }, 100), 'ROW_VALUE_TOO_LONG'],
    ['nothing where something must be', () => requiredText(' ', { kind: 'LEADS', column: 'contactName' }), 'ROW_VALUE_MISSING'],
    ['an unknown word', () => oneOfWords('电视', words, 'channel'), 'ROW_VALUE_UNKNOWN'],
    ['a part of a word', () => oneOfWords('线', words, 'channel'), 'ROW_VALUE_UNKNOWN'],
    ['a fraction', () => whole('1.5', 'termMonths', 360), 'ROW_NUMBER_INVALID'],
    ['less than nothing', () => whole('-1', 'termMonths', 360), 'ROW_NUMBER_INVALID'],
    ['a number too big', () => whole('361', 'termMonths', 360), 'ROW_NUMBER_INVALID'],
    ['a spreadsheet number', () => whole('1E+05', 'termMonths', 360), 'ROW_NUMBER_INVALID'],
    ['words for an amount', () => yuan('三千', 'amount'), 'ROW_AMOUNT_INVALID'],
    ['ten-thousands', () => yuan('3万', 'amount'), 'ROW_AMOUNT_INVALID'],
    ['a debt', () => yuan('-3', 'amount'), 'ROW_AMOUNT_INVALID'],
    ['thirds of a fen', () => yuan('0.333', 'amount'), 'ROW_AMOUNT_INVALID'],
    ['a comma for a point', () => yuan('12,5', 'amount'), 'ROW_AMOUNT_INVALID'],
  ])('with %s are refused', (_what, read, code) => {
    expect(codeOf(read)).toBe(code);
  });

  test('never tell what an amount was', () => {
    try {
      yuan('13800138000x', 'amount');
    } catch (error) {
      expect(JSON.stringify(error)).not.toContain('138');
    }
  });
});
