import { describe, expect, it } from '@jest/globals';
import { returnReasons } from './return-reasons.js';

describe('[4.7] a return names what is missing', () => {
  it('keeps each reason, trimmed', () => {
    expect(returnReasons([' the tax receipts ', '租赁合同原件'])).toEqual(['the tax receipts', '租赁合同原件']);
  });

  it.each<[string, string[], string]>([
    ['nothing', [], 'RETURN_REASONS_MISSING'],
    ['an empty reason', [''], 'TEXT_MISSING'],
    ['one empty among good ones', ['the lease', '  '], 'TEXT_MISSING'],
    ['[3.7] a number of a person', ['the owner of 13800001111'], 'PERSONAL_NUMBER_IN_TEXT'],
    ['a flood', Array.from({ length: 21 }, () => 'the lease'), 'RETURN_REASONS_MISSING'],
  ])('refuses %s', (_name, reasons, code) => {
    expect(() => returnReasons(reasons)).toThrow(expect.objectContaining({ code }));
  });
});
