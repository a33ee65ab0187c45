import { expect, test } from '@jest/globals';
import { parseMobile } from './mobile.js';

test.each(['13800138000', '+8613800138000', '8613800138000', '138 0013 8000', '138-0013-8000'])('[3.6] %s is 13800138000', (text) => {
  expect(parseMobile(text)).toBe('13800138000');
});

test.each([
  '',
  '1380013800',
  '138001380001',
  '12800138000',
  '03800138000',
  '+85213800138000',
  '1380013800a',
  'tel:13800138000',
  '１３８００１３８０００',
])('[3.6] "%s" is refused at its field', (text) => {
  expect(() => parseMobile(text, 'phone')).toThrow(expect.objectContaining({ code: 'MOBILE_INVALID', field: 'phone' }));
});
