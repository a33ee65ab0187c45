import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ignoredText, readApplications } from './applications.ts';

const file = readFileSync(join(import.meta.dirname, 'credit-applications.csv'), 'utf8');
const lines = file.split(/\r?\n/).slice(0, 4);
const read = (text: string) => readApplications(new TextEncoder().encode(text));
const names = (lines[0] ?? '').split(',');
/** The four lines with one field of one line changed; none of the fields before it holds a comma. */
const withField = (line: number, column: string, text: string): string =>
  lines
    .map((one, at) =>
      at === line - 1
        ? one
            .split(',')
            .map((field, place) => (names[place] === column ? text : field))
            .join(',')
        : one,
    )
    .join('\n');

describe('a file of applications', () => {
  test('the real one: 700 rows, 493 good and 207 bad', () => {
    const { applications, ignoredColumns } = read(file);
    expect(applications).toHaveLength(700);
    expect(applications.filter(({ isBad }) => isBad)).toHaveLength(207);
    expect(ignoredColumns).toEqual(['application_no', 'personal_status_and_sex', 'foreign_worker']);
    expect(applications[0]).toMatchObject({
      line: 2,
      isBad: true,
      facts: { checkingAccountStatus: 'BELOW_200', termMonths: 48, amountFen: 595_100, purpose: 'HOUSEHOLD_GOODS', ageInYears: 22 },
    });
  });

  test('order of columns, line ends, a byte order mark and further columns do not matter', () => {
    const rows = lines.map((line) => line.split(','));
    const turned = rows.map((row, at) => [...row.toReversed(), at === 0 ? 'shoe_size' : '43'].join(',')).join('\r\n');
    const { applications, ignoredColumns } = read(`\uFEFF${turned}\r\n\r\n`);
    expect(applications).toEqual(read(lines.join('\n')).applications);
    expect(ignoredText(ignoredColumns)).toContain('no card reads it: application_no, shoe_size');
  });

  test('[1.5] sex, marital status and nationality are never read: whatever stands there, the applications are the same', () => {
    const { applications, ignoredColumns } = read(lines.join('\n'));
    expect(read(withField(3, 'personal_status_and_sex', 'x:y')).applications).toEqual(applications);
    expect(read(withField(2, 'foreign_worker', 'no')).applications).toEqual(applications);
    expect(ignoredText(ignoredColumns)).toContain('Never read, because nobody may score on it: personal_status_and_sex, foreign_worker');
    expect(ignoredText([])).toBeNull();
  });

  test.each([
    ['an unknown level', withField(3, 'housing', 'castle'), 'line 3, housing: "castle" is not one of: own | rent | for free'],
    ['an empty level', withField(2, 'housing', ''), 'line 2, housing: is empty'],
    ['a level of Object', withField(2, 'housing', 'constructor'), 'line 2, housing: "constructor" is not one of'],
    ['no number', withField(4, 'age_in_years', 'old'), 'line 4, age_in_years: "old" is no whole number from 1 to 120'],
    ['a broken number', withField(4, 'duration_in_month', '12.5'), 'line 4, duration_in_month: "12.5" is no whole number'],
    ['a negative amount', withField(2, 'credit_amount', '-5'), 'line 2, credit_amount: "-5"'],
    ['an amount of nothing', withField(2, 'credit_amount', '0'), 'line 2, credit_amount: "0"'],
    ['a term of a lifetime', withField(2, 'duration_in_month', '1200'), 'line 2, duration_in_month: "1200"'],
    ['a class that is none', withField(2, 'present_residence_since', '5'), 'line 2, present_residence_since: "5"'],
    ['an outcome that is none', withField(3, 'creditability', 'so-so'), 'line 3, creditability: "so-so" is neither good nor bad'],
    ['no outcome', withField(3, 'creditability', ''), 'line 3, creditability'],
    ['a field too many', `${lines.join('\n')}\n${lines[1]},more`, 'line 5: has 23 fields, the first line names 22'],
    ['a row cut short', `${lines.join('\n')}\nGC1,0`, 'line 5: has 2 fields'],
    ['an open quotation mark', `${lines.join('\n')}\n"GC1`, 'no table of comma-separated values'],
    ['no rows', lines[0] ?? '', 'no application'],
    ['nothing', '', 'empty'],
    ['a column missing', file.replace('savings_account_and_bonds', 'savings'), 'missing: savings_account_and_bonds'],
    ['no outcomes at all', file.replace('creditability', 'x'), 'missing: creditability'],
    ['a column twice', file.replace('application_no', 'housing'), 'twice: housing'],
  ])('%s is told by line and column', (_name, text, told) => {
    expect(() => read(text)).toThrow(told);
  });

  test('all problems are told, up to a bound', () => {
    const many = [lines[0], ...Array.from({ length: 30 }, () => (lines[1] ?? '').replace(',48,', ',x,'))].join('\n');
    expect(() => read(many)).toThrow(/line 2, duration_in_month[\s\S]*line 21, duration_in_month[\s\S]*and 10 more/);
  });

  test('bytes that are no text are refused', () => {
    expect(() => readApplications(new Uint8Array([0xff, 0xfe, 0x41, 0x00]))).toThrow('UTF-8');
  });
});
