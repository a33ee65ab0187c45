import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors } from '@weilend/kernel';
import { mapHeader } from './map-header.js';

const codesOf = (header: readonly string[], kind: 'LEADS' | 'CUSTOMERS' = 'LEADS'): string[] => {
  try {
    mapHeader(kind, header);
    return [];
  } catch (error) {
    if (error instanceof DomainErrors) return error.all.map(({ code }) => code);
    if (error instanceof DomainError) return [error.code];
    throw error;
  }
};

describe('[2.8] the header of a file', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['in Chinese', ['渠道', '联系人', '手机号'], ['channel', 'contactName', 'phone']],
    ['in English, in another order', ['Phone', 'Contact Name', 'CHANNEL'], ['phone', 'contactName', 'channel']],
    ['with marks and units', ['*渠道', '姓名（必填）', ' 手机号码： '], ['channel', 'contactName', 'phone']],
    ['in both languages', ['channel', '姓名', 'online_source'], ['channel', 'contactName', 'onlineSource']],
    ['with empty columns at the end', ['渠道', '联系人', '', ' '], ['channel', 'contactName']],
  ])('is understood %s', (_how, header, keys) => {
    expect(mapHeader('LEADS', header)).toEqual(keys);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['has a column that nobody knows', ['渠道', '联系人', 'Telefono'], ['IMPORT_COLUMN_UNKNOWN']],
    ['has a column without a title', ['渠道', '', '联系人'], ['IMPORT_COLUMN_UNKNOWN']],
    ['has a column twice, called differently', ['渠道', '联系人', '手机', '电话'], ['IMPORT_COLUMN_TWICE']],
    ['lacks a required column', ['渠道', '手机'], ['IMPORT_COLUMN_MISSING']],
    ['lacks all required columns', ['手机'], ['IMPORT_COLUMN_MISSING', 'IMPORT_COLUMN_MISSING']],
    [
      'is wrong in several ways',
      ['手机', '手机', '爱好'],
      ['IMPORT_COLUMN_TWICE', 'IMPORT_COLUMN_UNKNOWN', 'IMPORT_COLUMN_MISSING', 'IMPORT_COLUMN_MISSING'],
    ],
    ['is a row of data', ['线上', '王小明', '13800138000'], ['IMPORT_HEADER_MISSING']],
    ['is empty', ['', ''], ['IMPORT_HEADER_MISSING']],
  ])('is refused when it %s', (_how, header, codes) => {
    expect(codesOf(header)).toEqual(codes);
  });

  test('is never repeated when it may be data: the refusal names only what is wanted', () => {
    try {
      mapHeader('CUSTOMERS', ['个人', '王小明', '11010519491231002X']);
    } catch (error) {
      expect(JSON.stringify((error as DomainError).data)).not.toMatch(/王小明|1101/);
    }
    expect(codesOf(['客户类型'], 'CUSTOMERS')).toHaveLength(4);
  });
});
