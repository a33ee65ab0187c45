import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakLines } from './break-lines.js';

/** An ideograph is 2 wide, everything else 1. */
const widthOf = (character: string): number => ((character.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1);
const broken = (text: string, width: number): string[] => breakLines(text, width, widthOf);
const wide = (text: string): number => [...text].reduce((sum, character) => sum + widthOf(character), 0);

describe('[4.15, 7.9] lines of a paper', () => {
  it.each<[string, string, number, string[]]>([
    ['a text that fits', '利息', 4, ['利息']],
    ['nothing', '', 10, ['']],
    ['ideographs end a line anywhere', '除本表所列', 6, ['除本表', '所列']],
    ['words end it between them', 'to be or not', 6, ['to be', 'or not']],
    ['a word and ideographs', '年利率12%单利', 10, ['年利率12%', '单利']],
    ['no line begins with a stop', '不收取费用。', 10, ['不收取费', '用。']],
    ['no line begins with a closing bracket', '年利率（单）', 10, ['年利率', '（单）']],
    ['no line ends with an opening bracket', '贷款本金（元', 10, ['贷款本金', '（元']],
    ['an amount keeps its sign', '费用￥100.00', 8, ['费用', '￥100.00']],
    ['a word that is wider than the line is cut', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['what is written before it stays', 'hash abcdefghij', 6, ['hash', 'abcdef', 'ghij']],
    ['a rare ideograph beyond the first plane is one character', '𠮷𠮷𠮷', 4, ['𠮷𠮷', '𠮷']],
    ['a line that is broken already', '甲\n乙\r\n丙', 20, ['甲', '乙', '丙']],
    ['an empty line stays', '甲\n\n乙', 20, ['甲', '', '乙']],
    ['blanks at the end of a line are not carried over', 'ab    cd', 3, ['ab', 'cd']],
  ])('%s', (_title, text, width, lines) => {
    expect(broken(text, width)).toEqual(lines);
  });

  it('loses no character and makes no line too wide, whatever the text', () => {
    const letters = fc.constantFrom('a', 'b', ' ', '9', '.', '，', '（', '）', '￥', '贷', '款', '𠮷', '-', '%');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = broken(text.join(''), width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.join('').replaceAll(' ', ''));
        expect(lines.filter((line) => wide(line) > width)).toEqual([]);
      }),
    );
  });
});
