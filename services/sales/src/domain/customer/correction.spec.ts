import { expect, test } from '@jest/globals';
import { correctedFields, namesAnother, requireReason } from './correction.js';

const before = { name: '王小明', residentId: '1', creditCode: null, representativeName: null, phone: '13800138000', address: '某路 1 号' };

test('[1.5, 3.6] a correction names each field with its old and new value', () => {
  expect(correctedFields(before, { ...before, phone: '13900139000', creditCode: '2' })).toEqual([
    { field: 'creditCode', oldValue: null, newValue: '2' },
    { field: 'phone', oldValue: '13800138000', newValue: '13900139000' },
  ]);
});

test('[1.5] a correction that changes nothing is refused', () => {
  expect(() => correctedFields(before, { ...before })).toThrow(expect.objectContaining({ code: 'CORRECTION_EMPTY' }));
});

test.each(['', '   ', 'abc', ' 错了 ', '\n\n\n\n'])('[1.5] "%s" is no reason', (reason) => {
  expect(() => requireReason(reason)).toThrow(expect.objectContaining({ code: 'REASON_REQUIRED', field: 'reason' }));
});

test('[1.5] a reason of four characters is one', () => {
  expect(requireReason('  录入错误 ')).toBe('录入错误');
});

test.each<[string, string | null, string | null, boolean]>([
  ['another one', '李四', '赵六', true],
  ['nobody any more', '李四', null, true],
  ['one where none was on file', null, '赵六', false],
])('[4.23] a legal representative: %s', (_name, was, is, expected) => {
  const held = { ...before, representativeName: was };
  expect(namesAnother(correctedFields(held, { ...held, representativeName: is }))).toBe(expected);
});

test('[4.23] another telephone is no other representative', () => {
  expect(namesAnother(correctedFields(before, { ...before, phone: '13900139000' }))).toBe(false);
});
