import { describe, expect, it } from '@jest/globals';
import { refusePersonalNumbers, writtenText } from './written-text.js';

describe('[4.10] texts must say something', () => {
  it.each([
    ['', 2],
    ['   ', 2],
    ['a', 2],
    ['too short', 10],
    ['\n\t', 1],
  ])('refuses %j', (text, atLeast) => {
    expect(() => writtenText(text, 'findings', atLeast)).toThrow(expect.objectContaining({ code: 'TEXT_MISSING', field: 'findings' }));
  });

  it('trims', () => {
    expect(writtenText('  店铺经营正常  ', 'findings')).toBe('店铺经营正常');
  });
});

describe('[3.7] texts hold no number of a person', () => {
  it.each([
    '13800001111',
    'call 138 0000 1111 now',
    'call 138-0000-1111 now',
    'tel 010-88886666',
    '0755 26001234',
    '11010519491231002X',
    'id 110105194912310021.',
    'card 6222021234567890123',
    '6222 0212 3456 7890',
  ])('refuses %j', (text) => {
    expect(() => refusePersonalNumbers(text, 'answer')).toThrow(expect.objectContaining({ code: 'PERSONAL_NUMBER_IN_TEXT' }));
  });

  it.each([
    'income 12000.00 yuan a month',
    'from 2026-11-23 09:30 to 2026-11-23 11:00',
    'about 1,500,000 yuan',
    'room 1204, block 3',
    '10 tables, 40 chairs',
  ])('takes %j', (text) => {
    expect(() => refusePersonalNumbers(text, 'answer')).not.toThrow();
  });
});
