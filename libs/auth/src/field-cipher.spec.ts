import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { FieldCipher, parseCipherKeys } from './field-cipher.js';

const key = (): string => randomBytes(32).toString('base64');
const blind = key();
const first = key();
const keys = (fieldKeys: Record<string, string>, fieldKeyId: string) =>
  parseCipherKeys({ fieldKeys: JSON.stringify(fieldKeys), fieldKeyId, blindIndexKey: blind });
const cipher = new FieldCipher(keys({ a: first }, 'a'));
const place = { collection: 'customers', id: 'cus_1', field: 'phone' };

describe('[3.7] encrypted fields', () => {
  test('what is written reads back, and equal values look different', () => {
    const one = cipher.encrypt('13800138000', place);
    expect(cipher.decrypt(one, place)).toBe('13800138000');
    expect(cipher.encrypt('13800138000', place)).not.toBe(one);
    expect(one).not.toContain('13800138000');
  });

  test('an older key still reads after rotation', () => {
    const old = cipher.encrypt('x', place);
    const rotated = new FieldCipher(keys({ a: first, b: key() }, 'b'));
    expect(rotated.decrypt(old, place)).toBe('x');
    expect(rotated.encrypt('x', place)).toMatch(/^v1\.b\./);
  });

  test.each([
    ['another row', { ...place, id: 'cus_2' }],
    ['another field', { ...place, field: 'address' }],
    ['another collection', { ...place, collection: 'leads' }],
  ])('moved to %s it does not open', (_name, elsewhere) => {
    expect(() => cipher.decrypt(cipher.encrypt('x', place), elsewhere)).toThrow();
  });

  test.each([
    ['a changed text', (stored: string) => `${stored.slice(0, -2)}AA`],
    ['a lost tag', (stored: string) => stored.split('.').slice(0, 3).join('.')],
    ['an unknown key', (stored: string) => stored.replace('v1.a.', 'v1.z.')],
    ['plain text', () => '13800138000'],
    ['nothing', () => ''],
  ])('%s does not open', (_name, change) => {
    expect(() => cipher.decrypt(change(cipher.encrypt('something longer', place)), place)).toThrow();
  });
});

describe('blind index', () => {
  test('equal values are equal in every service, kinds are apart', () => {
    const other = new FieldCipher(keys({ b: key() }, 'b'));
    expect(cipher.blindIndex('identity', '11010519491231002x ')).toBe(other.blindIndex('identity', '11010519491231002X'));
    expect(cipher.blindIndex('identity', '1')).not.toBe(cipher.blindIndex('phone', '1'));
    expect(cipher.blindIndex('identity', '11010519491231002X')).not.toContain('1101');
  });
});

test.each<[string, Record<string, string>, string, string]>([
  ['a short key', { a: Buffer.from('short').toString('base64') }, 'a', 'has 5 bytes'],
  ['no current key', { a: first }, 'b', 'names no key'],
])('refuses %s without showing it', (_name, fieldKeys, id, words) => {
  expect(() => keys(fieldKeys, id)).toThrow(words);
});
