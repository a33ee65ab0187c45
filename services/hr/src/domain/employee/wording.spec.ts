import { describe, expect, test } from '@jest/globals';
import { checkText, nameKeyOf, written } from './wording.js';

describe('[2.2] texts about people', () => {
  test.each<[string, string, number]>([
    ['fits', '客户经理', 0],
    ['of the most characters', '长'.repeat(10), 0],
    ['characters of two units count once', '😀'.repeat(10), 0],
    ['nothing', '', 1],
    ['blanks only', '  \n ', 1],
    ['one too many', '长'.repeat(11), 1],
  ])('%s', (_name, text, wrong) => {
    expect(checkText(text, 10, 'position').map(({ code, field }) => [code, field])).toEqual(
      Array.from({ length: wrong }, () => ['TEXT_LENGTH', 'position']),
    );
  });

  test.each([
    ['欧阳某某', ' 欧阳 某某 '],
    ['欧阳某某', '欧阳　某某'],
    ['阿依古丽·买买提', '阿依古丽•买买提'],
    ['阿依古丽·买买提', '阿依古丽买买提'],
    ['Ada Wong', 'ＡＤＡ　ＷＯＮＧ'],
    ['Ada Wong', 'adawong'],
  ])('[1.3] %s is the name of %s', (name, other) => {
    expect(nameKeyOf(other)).toBe(nameKeyOf(name));
  });

  test.each([
    ['欧阳某某', '欧阳某'],
    ['李小雨', '李晓雨'],
    ['Ada Wong', 'Ada Wang'],
    ['王二', '王2'],
  ])('[1.3] %s is not the name of %s', (name, other) => {
    expect(nameKeyOf(other)).not.toBe(nameKeyOf(name));
  });

  test.each([
    [null, null],
    [undefined, null],
    ['', null],
    ['  ', null],
    [' 调岗 ', '调岗'],
  ])('%j is written as %j', (text, kept) => {
    expect(written(text)).toBe(kept);
  });
});
