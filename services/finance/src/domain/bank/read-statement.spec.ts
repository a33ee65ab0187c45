import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { MOST_LINES, readStatement, referencesIn } from './read-statement.js';

const TODAY = parseLocalDate('2026-11-26');
const HEAD = 'transactionId,paidOn,amount,payerName,payerAccount,remark';
const GOOD = 'T1,2026-11-25,100.00,张三,6222020000123456,还款';
/** Cells without quotes in them. */
const read = (...lines: string[]) =>
  readStatement(
    lines.map((line, no) => ({ lineNo: no + 1, cells: line.split(',') })),
    TODAY,
  );
const lineOf = (line: string) => read(HEAD, line).lines[0];
const problemOf = (line: string) => read(HEAD, line).problems[0]?.problem;

describe('[5.3, 7.3] reading a bank statement', () => {
  it('takes a line as it stands', () => {
    expect(read(HEAD, GOOD)).toEqual({
      ...{ total: 1, problems: [], repeated: 0 },
      lines: [
        {
          lineNo: 2,
          transactionId: 'T1',
          paidOn: '2026-11-25',
          amountFen: 100_00,
          payerName: '张三',
          payerAccount: '6222020000123456',
          remark: '还款',
        },
      ],
    });
  });

  it.each([
    ['Chinese titles in another order', '金额,交易日期,流水号,附言,对方账号,对方户名', '100.00,2026-11-25,T1,还款,6222020000123456,张三'],
    ['columns that nobody asked for', `余额,${HEAD}`, `5.00,${GOOD}`],
    ['titles with blanks and capitals', HEAD.toUpperCase().replaceAll(',', ' , '), GOOD],
  ])('finds its columns by %s', (_title, head, line) => {
    expect(read(head, line).lines).toMatchObject([
      { transactionId: 'T1', amountFen: 100_00, payerName: '张三', payerAccount: '6222020000123456' },
    ]);
  });

  it('does without name, account and remark', () => {
    expect(read('transactionId,paidOn,amount', 'T1,2026-11-25,1').lines).toMatchObject([{ payerName: '', payerAccount: '', remark: '' }]);
  });

  it.each([
    ['20261125', '2026-11-25'],
    ['2026/11/25', '2026-11-25'],
  ])('reads the day %s', (text, paidOn) => {
    expect(lineOf(GOOD.replace('2026-11-25', text))).toMatchObject({ paidOn });
  });

  it.each([
    ['1234.5', 1_234_50],
    ['+100', 100_00],
    ['-20.00', -20_00],
  ])('reads the amount %s', (text, amountFen) => {
    expect(lineOf(GOOD.replace('100.00', text))).toMatchObject({ amountFen });
  });

  it('reads an amount with separators', () => {
    const cells = GOOD.split(',').with(2, '1,234,567.89');
    expect(
      readStatement(
        [
          { lineNo: 1, cells: HEAD.split(',') },
          { lineNo: 2, cells },
        ],
        TODAY,
      ).lines,
    ).toMatchObject([{ amountFen: 1_234_567_89 }]);
  });

  it.each([
    ['no transaction', GOOD.replace('T1', ''), 'transactionId'],
    ['a transaction with a blank', GOOD.replace('T1', 'T 1'), 'transactionId'],
    ['no such day', GOOD.replace('2026-11-25', '2026-02-30'), 'paidOn is not a date'],
    ['a day in another order', GOOD.replace('2026-11-25', '25-11-2026'), 'paidOn'],
    ['no day', GOOD.replace('2026-11-25', ''), 'paidOn'],
    ['a day to come', GOOD.replace('2026-11-25', '2026-11-27'), 'has not come yet'],
    ['no amount', GOOD.replace('100.00', ''), 'amount'],
    ['an amount in words', GOOD.replace('100.00', '一百'), 'amount'],
    ['a fraction of a fen', GOOD.replace('100.00', '0.001'), 'amount'],
    ['an amount with a wrong separator', GOOD.replace('100.00', '1e3'), 'amount'],
    ['zero', GOOD.replace('100.00', '0.00'), 'amount is zero'],
    ['an account with signs', GOOD.replace('6222020000123456', '6222#1'), 'payerAccount'],
    ['an account that is too long', GOOD.replace('6222020000123456', '1'.repeat(41)), 'payerAccount'],
    ['a name that is too long', GOOD.replace('张三', '张'.repeat(101)), 'payerName'],
    ['a remark that is too long', GOOD.replace('还款', '款'.repeat(501)), 'remark'],
    ['too few columns', 'T1,2026-11-25,100.00', '3 columns'],
    ['too many columns', `${GOOD},x`, '7 columns'],
  ])('%s is told of its line', (_title, line, problem) => {
    expect(read(HEAD, line)).toMatchObject({ lines: [], problems: [{ lineNo: 2 }] });
    expect(problemOf(line)).toContain(problem);
  });

  it('every bad line is told, and the good ones are there', () => {
    const outcome = read(HEAD, GOOD, 'T2,x,1,,,', GOOD.replace('T1', 'T3'), 'T4,2026-11-25,0,,,');
    expect(outcome.problems.map((one) => one.lineNo)).toEqual([3, 5]);
    expect(outcome.lines.map((one) => one.transactionId)).toEqual(['T1', 'T3']);
    expect(outcome.total).toBe(4);
  });

  it('a line that is there twice counts once, and one that says something else is wrong', () => {
    expect(read(HEAD, GOOD, GOOD)).toMatchObject({ lines: [{ lineNo: 2 }], repeated: 1, problems: [] });
    expect(read(HEAD, GOOD, GOOD.replace('100.00', '100.01'))).toMatchObject({ repeated: 0, problems: [{ lineNo: 3 }] });
  });

  it.each([
    ['nothing at all', [], 'empty'],
    ['no column of the amount', ['transactionId,paidOn', 'T1,2026-11-25'], 'amount'],
    ['no header', [GOOD], 'transactionId, paidOn, amount'],
    ['too many lines', [HEAD, ...Array.from({ length: MOST_LINES + 1 }, (_, no) => GOOD.replace('T1', `T${no}`))], 'split it'],
  ])('a file with %s is refused', (_title, lines, problem) => {
    expect(() => read(...lines)).toThrow(
      expect.objectContaining({ code: 'BANK_FILE_INVALID', data: { problem: expect.stringContaining(problem) } }),
    );
  });
});

describe('[5.3] numbers in a remark', () => {
  const loan = 'lon_01kxyz00000000000000000000';
  it.each<[string, string, string[]]>([
    ['an id', `还款 ${loan}`, [loan]],
    ['in capitals', loan.toUpperCase(), [loan]],
    ['twice the same', `${loan} ${loan}`, [loan]],
    ['two', `${loan},con_01kxyz00000000000000000000`, [loan, 'con_01kxyz00000000000000000000']],
    ['of something else', 'cus_01kxyz00000000000000000000', []],
    ['that is too short', 'lon_01kxyz', []],
    ['none', '', []],
  ])('%s', (_title, remark, ids) => {
    expect(referencesIn(remark)).toEqual(ids);
  });
});
